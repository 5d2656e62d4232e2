import { Stack } from '@repo/ui/columns'
import { DataTable } from '@repo/ui/data-table'
import { ChoiceFilter, FilterForm } from '@repo/ui/filter-form'
import Link from 'next/link'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { repoPath } from '#components/repo/paths.ts'
import type { Failing } from './failing-github.server.ts'
import { type Fault, faults, type Keeping, keepings } from './faults.ts'

type FailuresLessonProps = { fault: Fault; keeping: Keeping; failing: Failing }

/** The lesson around one repository, and what GitHub does when it is asked for it. */
export function FailuresLesson({ fault, keeping, failing }: FailuresLessonProps) {
  return (
    <>
      <FilterForm action="/learn/failures" label="What GitHub does" submitLabel="Let it">
        <ChoiceFilter name="fault" label="GitHub" value={fault.value} choices={faults} />
        <ChoiceFilter name="kept" label="Kept from before" value={keeping} choices={keepings} />
      </FilterForm>

      <h2>Four parts of a page</h2>
      <p>
        Each part says what its own read has come to. The page has status 200: a part that fails
        does not take the page with it, and keeps it for five seconds where the next try may be
        better.
      </p>
      <p>
        Where there is a good answer of before, a part shows that, with its age, while GitHub fails;
        what GitHub says for good (403, 404, 451) stands in its place. Here the good answer is two
        hours old: a younger one is shown at once, and renewed behind it.
      </p>
      <Stack>
        {failing.parts.map(({ title, panel }) => (
          <DataPanel key={title} title={title} panel={panel}>
            {(text) => <p>{text}</p>}
          </DataPanel>
        ))}
      </Stack>

      <h2>What was asked</h2>
      <DataTable
        label="What was asked"
        columns={['Path', 'Status', 'Came to', 'ms']}
        rows={failing.calls.map(({ path, status, cameTo, milliseconds }, index) => ({
          key: `${index} ${path}`,
          name: <code>{path}</code>,
          cells: [status ?? 'no response', cameTo, milliseconds],
        }))}
      />

      <h2>When the page itself depends on it</h2>
      <p>
        A page about a repository is nothing without the repository: when that read fails, the whole
        page says so, with a status that fits. <PageOf fault={fault} />
      </p>
    </>
  )
}

function PageOf({ fault }: { fault: Fault }) {
  if (limits.has(fault.value)) {
    return 'It is not linked here: a limit holds for the whole site, until GitHub lets it go on.'
  }
  return (
    <Link href={repoPath(fault.repository)} prefetch={false}>
      Open the page of {fault.repository}
    </Link>
  )
}

const limits = new Set<Fault['value']>(['rate-limited', 'status-429'])

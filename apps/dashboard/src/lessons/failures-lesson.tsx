import { Stack } from '@repo/ui/columns'
import { DataTable } from '@repo/ui/data-table'
import { ChoiceFilter, FilterForm } from '@repo/ui/filter-form'
import Link from 'next/link'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { repoPath } from '#components/repo/paths.ts'
import type { FailingReads } from './failing-github.server.ts'
import { type CachedResponse, cachedResponses, type Fault, faults } from './faults.ts'

type FailuresLessonProps = { fault: Fault; cachedResponse: CachedResponse; reads: FailingReads }

/** The lesson about a repository for which GitHub fails in the way that the visitor chooses. */
export function FailuresLesson({ fault, cachedResponse, reads }: FailuresLessonProps) {
  return (
    <>
      <FilterForm action="/learn/failures" label="GitHub failure" submitLabel="Run">
        <ChoiceFilter name="fault" label="GitHub" value={fault.value} choices={faults} />
        <ChoiceFilter
          name="kept"
          label="Cached response"
          value={cachedResponse}
          choices={cachedResponses}
        />
      </FilterForm>

      <h2>Panels with a failed request</h2>
      <p>
        Each panel shows the result of its own request. The page still returns 200, but if a failure
        is temporary, the page is cached for only five seconds so that a retry comes soon.
      </p>
      <p>
        If there is a cached response, a panel shows it with its age while GitHub fails. Permanent
        failures (403, 404, 451) replace it. Here the cached response is two hours old: a newer one
        would be shown at once, and revalidated in the background.
      </p>
      <Stack>
        {reads.panels.map(({ title, panel }) => (
          <DataPanel key={title} title={title} panel={panel}>
            {(text) => <p>{text}</p>}
          </DataPanel>
        ))}
      </Stack>

      <h2>GitHub requests</h2>
      <DataTable
        label="GitHub requests"
        columns={['Path', 'Status', 'Result', 'ms']}
        rows={reads.calls.map(({ path, status, outcome, durationMs }, index) => ({
          key: `${index} ${path}`,
          name: <code>{path}</code>,
          cells: [status ?? 'no response', outcome, durationMs],
        }))}
      />

      <h2>Pages that depend on the request</h2>
      <p>
        A repository page needs its repository: if that request fails, the whole page shows the
        error, with a matching status. <RepoPageLink fault={fault} />
      </p>
    </>
  )
}

function RepoPageLink({ fault }: { fault: Fault }) {
  if (rateLimitFaults.has(fault.value)) {
    return (
      <span>
        There is no link here, because a rate limit applies to the whole site until it resets.
      </span>
    )
  }
  return (
    <Link href={repoPath(fault.repository)} prefetch={false}>
      Open the page of {fault.repository}
    </Link>
  )
}

const rateLimitFaults = new Set<Fault['value']>(['rate-limited', 'status-429'])

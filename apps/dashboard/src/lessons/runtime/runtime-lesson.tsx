import type { Panel as GitHubPanel } from '@repo/github'
import { Count } from '@repo/ui/count'
import { DataTable } from '@repo/ui/data-table'
import { Stat, StatList } from '@repo/ui/stat'
import type { ReactNode } from 'react'
import { DataPanel } from '#components/panel/data-panel.tsx'
import type { Observation, ObservedMember } from './observe-runtime.server.ts'
import { ResponseTable } from './response-table.tsx'

type RuntimeLessonProps = {
  stars: GitHubPanel<number | null>
  observation: Observation
  /** What this runtime means for a page. */
  notes: ReactNode
}

/** The lesson about a runtime: the objects in getServerSideProps, and what happens to its response. */
export function RuntimeLesson({ stars, observation, notes }: RuntimeLessonProps) {
  return (
    <>
      <StatList label="Measured while rendering">
        <Stat label="process.env.NEXT_RUNTIME" value={observation.runtime} />
      </StatList>
      <DataPanel title="Stars of the example, fetched from GitHub" panel={stars}>
        {(count) => <p>{count === null ? 'unknown' : <Count value={count} />}</p>}
      </DataPanel>

      {notes}

      <h2>Request, response and globals</h2>
      <p>
        The tables show what <code>getServerSideProps</code> found when this page was rendered. They
        contain types, not values, because this page is public and a request is not.
      </p>
      <MemberTable label="Request" members={observation.request} />
      <MemberTable label="Response" members={observation.response} />
      <MemberTable label="Globals" members={observation.globals} />

      <h2>What happens to the response</h2>
      <p>
        Two pages have the same function, one on each runtime, and their path selects what it does.
        The table shows their responses, and links to the pages. A test compares it with the build.
      </p>
      <ResponseTable />
    </>
  )
}

function MemberTable({ label, members }: { label: string; members: readonly ObservedMember[] }) {
  const rows = members.map(({ name, type }) => ({
    key: name,
    name: <code>{name}</code>,
    cells: [type],
  }))
  return <DataTable label={label} columns={[label, 'Type']} rows={rows} />
}

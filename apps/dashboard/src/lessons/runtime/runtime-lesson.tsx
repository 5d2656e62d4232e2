import type { Panel as GitHubPanel } from '@repo/github'
import { Count } from '@repo/ui/count'
import { DataTable } from '@repo/ui/data-table'
import { Stat, StatList } from '@repo/ui/stat'
import type { ReactNode } from 'react'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { AnswerMatrix } from './answer-matrix.tsx'
import type { Found, Observation } from './observe-runtime.server.ts'

type RuntimeLessonProps = {
  stars: GitHubPanel<number | null>
  seen: Observation
  /** What this runtime means for a page. */
  notes: ReactNode
}

/** The same lesson on either runtime: what a page's function finds, and what becomes of its answer. */
export function RuntimeLesson({ stars, seen, notes }: RuntimeLessonProps) {
  return (
    <>
      <StatList label="Measured while rendering">
        <Stat label="process.env.NEXT_RUNTIME" value={seen.runtime} />
      </StatList>
      <DataPanel title="Stars of the example, read from GitHub" panel={stars}>
        {(count) => <p>{count === null ? 'unknown' : <Count value={count} />}</p>}
      </DataPanel>

      {notes}

      <h2>What the function finds</h2>
      <p>
        Looked at in <code>getServerSideProps</code> when this page was rendered. Types, not values:
        the page is kept for everybody, and a request is somebody&rsquo;s.
      </p>
      <FoundTable label="The request" found={seen.request} />
      <FoundTable label="The response" found={seen.response} />
      <FoundTable label="Globals" found={seen.globals} />

      <h2>What becomes of its answer</h2>
      <p>
        Two pages with the same function, one on each runtime, answer as their address asks. This is
        what arrives. A test measures it on every build and holds it against this table.
      </p>
      <AnswerMatrix />
    </>
  )
}

function FoundTable({ label, found }: { label: string; found: readonly Found[] }) {
  const rows = found.map(({ name, is }) => ({ key: name, name: <code>{name}</code>, cells: [is] }))
  return <DataTable label={label} columns={[label, 'What is there']} rows={rows} />
}

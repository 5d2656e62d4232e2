import { Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import type { DataSource } from '#server/frame.ts'

const SampleDataNote = loadOnDemand(
  async () => (await import('./sample-data-note.tsx')).SampleDataNote,
)

/** Where the page's data comes from and, for sample data, how to switch to live data. */
export function DataSourceNote({ source }: { source: DataSource | undefined }) {
  if (source === 'live') return <p key={source}>Data from GitHub&rsquo;s REST API.</p>
  if (source === undefined) return <p>GitHub repository health at a glance.</p>
  return (
    <Suspense>
      <SampleDataNote />
    </Suspense>
  )
}

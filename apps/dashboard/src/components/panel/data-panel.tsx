import type { Panel as GitHubPanel } from '@repo/github'
import { Panel } from '@repo/ui/panel'
import { RelativeTime } from '@repo/ui/timestamp'
import { type ReactNode, Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import { isPartial } from './panel-data.ts'
import { UnavailableDataPanel } from './unavailable-data-panel.tsx'

const DataPanelNotes = loadOnDemand(
  async () => (await import('./data-panel-notes.tsx')).DataPanelNotes,
)

type DataPanelProps<T> = {
  title: string
  panel: GitHubPanel<T>
  /** The panel's body, once there is data. */
  children: (data: T) => ReactNode
  /** Whether the body itself shows that items are missing. */
  showsPartial?: boolean
}

/** A panel in the state that results from its read. */
export function DataPanel<T>({ title, panel, children, showsPartial = false }: DataPanelProps<T>) {
  if (!('data' in panel)) return <UnavailableDataPanel title={title} panel={panel} />
  const isStale = panel.state === 'stale' && panel.reason === 'upstream-error'
  const notes = {
    isPartial: !showsPartial && isPartial(panel),
    isStale,
    until: isStale ? panel.until : undefined,
  }
  const tone = panel.state === 'stale' ? 'stale' : 'fresh'
  return (
    <Panel title={title} note={{ tone, text: <RelativeTime date={panel.asOf} format="time" /> }}>
      {children(panel.data)}
      {(notes.isPartial || isStale) && (
        <Suspense>
          <DataPanelNotes {...notes} />
        </Suspense>
      )}
    </Panel>
  )
}

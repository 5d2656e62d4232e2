import type { Panel as GitHubPanel } from '@repo/github'
import { Panel } from '@repo/ui/panel'
import { RelativeTime } from '@repo/ui/timestamp'
import { lazy, type ReactNode, Suspense } from 'react'
import { isPartial } from './panel-data.ts'
import { UnavailableDataPanel } from './unavailable-data-panel.tsx'

// Loaded only by panels with a note. The server's HTML has it in place: React moves only boundaries
// of more than 500 bytes.
const DataPanelNotes = lazy(() =>
  import('./data-panel-notes.tsx').then((module) => ({ default: module.DataPanelNotes })),
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

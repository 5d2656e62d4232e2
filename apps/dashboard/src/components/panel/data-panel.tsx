import type { Panel as GitHubPanel } from '@repo/github'
import { Panel } from '@repo/ui/panel'
import { RelativeTime } from '@repo/ui/timestamp'
import type { ReactNode } from 'react'
import { isPartial } from './panel-data.ts'
import { PanelNote } from './panel-note.tsx'
import { partialText, RateLimitText, staleText } from './stale-text.tsx'
import { UnavailableDataPanel } from './unavailable-data-panel.tsx'

type DataPanelProps<T> = {
  title: string
  panel: GitHubPanel<T>
  /** The panel's body, once there is data. */
  children: (data: T) => ReactNode
  /** What to show if items are missing; null where the body says so. */
  partialNote?: string | null
}

/** A panel in the state that results from its read. */
export function DataPanel<T>({
  title,
  panel,
  children,
  partialNote = partialText,
}: DataPanelProps<T>) {
  if (!('data' in panel)) return <UnavailableDataPanel title={title} panel={panel} />
  const tone = panel.state === 'stale' ? 'stale' : 'fresh'
  return (
    <Panel title={title} note={{ tone, text: <RelativeTime date={panel.asOf} format="time" /> }}>
      {children(panel.data)}
      {partialNote !== null && isPartial(panel) && <PanelNote>{partialNote}</PanelNote>}
      {panel.state === 'stale' && panel.reason === 'upstream-error' && (
        <PanelNote>{panel.until ? <RateLimitText until={panel.until} /> : staleText}</PanelNote>
      )}
    </Panel>
  )
}

import type { Panel as GitHubPanel, UnavailablePanel } from '@repo/github'
import { AlertIcon, ClockIcon, LockIcon, SyncIcon, UnlinkIcon } from '@repo/ui/icons'
import { Panel, PanelMessage } from '@repo/ui/panel'
import { RelativeTime } from '@repo/ui/timestamp'
import type { ReactNode } from 'react'
import { isPartial } from './panel-data.ts'
import { PanelNote } from './panel-note.tsx'
import {
  partialText,
  RateLimitText,
  staleText,
  UnavailableSentence,
  unavailableTexts,
} from './unavailable-text.tsx'

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

const icons = {
  computing: SyncIcon,
  'rate-limited': ClockIcon,
  forbidden: LockIcon,
  'needs-token': LockIcon,
  overloaded: ClockIcon,
  'too-large': AlertIcon,
  unavailable: UnlinkIcon,
  unreadable: AlertIcon,
  unsearchable: UnlinkIcon,
} as const satisfies Record<UnavailablePanel['state'], string>

type UnavailableDataPanelProps = { title: string; panel: UnavailablePanel }

/** A panel without data, and why. */
export function UnavailableDataPanel({ title, panel }: UnavailableDataPanelProps) {
  const tone = panel.state === 'computing' ? 'busy' : 'failed'
  return (
    <Panel title={title} note={{ tone, text: unavailableTexts[panel.state].label }}>
      <PanelMessage icon={icons[panel.state]}>
        <UnavailableSentence panel={panel} />
      </PanelMessage>
    </Panel>
  )
}

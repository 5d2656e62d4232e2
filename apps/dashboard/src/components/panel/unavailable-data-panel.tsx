import type { UnavailablePanel } from '@repo/github'
import { AlertIcon, ClockIcon, LockIcon, SyncIcon, UnlinkIcon } from '@repo/ui/icons'
import { Panel, PanelMessage } from '@repo/ui/panel'
import { UnavailableSentence, unavailableTexts } from './unavailable-text.tsx'

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

import type { UnavailablePanel } from '@repo/github'
import { Panel, PanelMessage } from '@repo/ui/panel'
import { UnavailableSentence, unavailableTexts } from './unavailable-text.tsx'

const icons = {
  computing: 'sync',
  'rate-limited': 'clock',
  forbidden: 'lock',
  'needs-token': 'lock',
  overloaded: 'clock',
  'too-large': 'alert',
  unavailable: 'unlink',
  unreadable: 'alert',
  unsearchable: 'unlink',
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

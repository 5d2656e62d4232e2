import type { UnavailablePanel } from '@repo/github'
import { Panel } from '@repo/ui/panel'
import { lazy, Suspense } from 'react'

// Loaded only by panels without data. The server's HTML has it in place: React moves only boundaries
// of more than 500 bytes.
const UnavailableMessage = lazy(() =>
  import('./unavailable-message.tsx').then((module) => ({ default: module.UnavailableMessage })),
)

/** The states of panels without data, each in a word or two. */
export const unavailableLabels = {
  computing: 'Computing…',
  'rate-limited': 'Rate limited',
  forbidden: 'Not available',
  'needs-token': 'Token needed',
  overloaded: 'Couldn’t load',
  'too-large': 'Too large',
  unavailable: 'Couldn’t load',
  unreadable: 'Couldn’t read',
  unsearchable: 'Not searchable',
} as const satisfies Record<UnavailablePanel['state'], string>

type UnavailableDataPanelProps = { title: string; panel: UnavailablePanel }

/** A panel without data, and why. */
export function UnavailableDataPanel({ title, panel }: UnavailableDataPanelProps) {
  const tone = panel.state === 'computing' ? 'busy' : 'failed'
  return (
    <Panel title={title} note={{ tone, text: unavailableLabels[panel.state] }}>
      <Suspense>
        <UnavailableMessage panel={panel} />
      </Suspense>
    </Panel>
  )
}

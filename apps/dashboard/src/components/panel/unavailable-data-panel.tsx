import type { UnavailablePanel } from '@repo/github'
import { Panel } from '@repo/ui/panel'
import { type ReactNode, Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import { useHasStoppedPolling } from './polling.tsx'

const UnavailableMessage = loadOnDemand(
  async () => (await import('./unavailable-message.tsx')).UnavailableMessage,
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

type UnavailableDataPanelProps = {
  title: ReactNode
  panel: UnavailablePanel
}

/** A panel without data, and why. */
export function UnavailableDataPanel({ title, panel }: UnavailableDataPanelProps) {
  const hasStopped = useHasStoppedPolling()
  const isComputing = panel.state === 'computing'
  const text = isComputing && !hasStopped ? 'Updating…' : unavailableLabels[panel.state]
  return (
    <Panel title={title} note={{ tone: isComputing ? 'busy' : 'failed', text }}>
      <Suspense>
        <UnavailableMessage panel={panel} />
      </Suspense>
    </Panel>
  )
}

import type { Panel as GitHubPanel, UnavailablePanel } from '@repo/github'
import { ClockIcon, LockIcon, SyncIcon, UnlinkIcon } from '@repo/ui/icons'
import { Panel, PanelMessage } from '@repo/ui/panel'
import { RelativeTime, Timestamp } from '@repo/ui/timestamp'
import type { ReactNode } from 'react'
import { PanelNote } from './panel-note.tsx'

type DataPanelProps<T> = {
  title: string
  panel: GitHubPanel<T>
  /** The panel's body, once there is data. */
  children: (data: T) => ReactNode
}

/** A panel in whichever state its read has ended. */
export function DataPanel<T>({ title, panel, children }: DataPanelProps<T>) {
  if (!('data' in panel)) return <UnavailableDataPanel title={title} panel={panel} />
  const tone = panel.state === 'stale' ? 'stale' : 'fresh'
  return (
    <Panel title={title} note={{ tone, text: <RelativeTime date={panel.asOf} format="time" /> }}>
      {children(panel.data)}
      {panel.state === 'stale' && panel.reason === 'upstream-error' && (
        <FailingNote until={panel.until} />
      )}
    </Panel>
  )
}

function FailingNote({ until }: { until?: string | undefined }) {
  return (
    <PanelNote>
      This is the last good answer.{' '}
      {until ? (
        <>
          GitHub asks us to wait until <Timestamp date={until} format="time" />.
        </>
      ) : (
        'GitHub is not answering.'
      )}
    </PanelNote>
  )
}

type UnavailableDataPanelProps = { title: string; panel: UnavailablePanel }

/** A panel that has nothing to show yet, and why. */
export function UnavailableDataPanel({ title, panel }: UnavailableDataPanelProps) {
  switch (panel.state) {
    case 'computing':
      return (
        <Panel title={title} note={{ tone: 'busy', text: 'GitHub is counting' }}>
          <PanelMessage icon={SyncIcon}>
            GitHub is still counting. Come back in a moment: it usually takes seconds.
          </PanelMessage>
        </Panel>
      )
    case 'rate-limited':
      return (
        <Panel title={title} note={{ tone: 'failed', text: 'waiting' }}>
          <PanelMessage icon={ClockIcon}>
            GitHub asks us to wait. It goes on at <Timestamp date={panel.until} format="time" />.
          </PanelMessage>
        </Panel>
      )
    case 'forbidden':
      return (
        <Panel title={title} note={{ tone: 'failed', text: 'not available' }}>
          <PanelMessage icon={LockIcon}>GitHub does not give this for the repository.</PanelMessage>
        </Panel>
      )
    case 'needs-token':
      return (
        <Panel title={title} note={{ tone: 'failed', text: 'not asked' }}>
          <PanelMessage icon={LockIcon}>
            Without a token GitHub answers too few requests an hour for this. Set{' '}
            <code>GITHUB_TOKEN</code>.
          </PanelMessage>
        </Panel>
      )
    case 'unavailable':
      return (
        <Panel title={title} note={{ tone: 'failed', text: 'no answer' }}>
          <PanelMessage icon={UnlinkIcon}>
            GitHub gave no usable answer. The rest of the page is not affected.
          </PanelMessage>
        </Panel>
      )
  }
}

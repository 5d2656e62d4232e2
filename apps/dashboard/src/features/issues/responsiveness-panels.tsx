import type { FirstResponse, Panel, Resolution, Responsiveness } from '@repo/github'
import { PanelMessage } from '@repo/ui/panel'
import { Timestamp } from '@repo/ui/timestamp'
import { formatDuration } from '#components/format-duration.ts'
import { DataPanel } from '#components/panel/data-panel.tsx'
import type { IssueListRequest } from './issue-list-request.ts'
import { METHODOLOGY_ID } from './methodology.tsx'
import styles from './responsiveness-panels.module.css'

type ResponsivenessPanelsProps = {
  kind: IssueListRequest['kind']
  responsiveness: Panel<Responsiveness>
}

const texts = {
  issue: { items: 'issues', resolved: 'closed', title: 'Time to close' },
  pull: { items: 'pull requests', resolved: 'merged', title: 'Time to merge' },
}

/** Responsiveness metrics for issues or pull requests. */
export function ResponsivenessPanels({ kind, responsiveness }: ResponsivenessPanelsProps) {
  const { items, resolved, title } = texts[kind]
  return (
    <div className={styles.pair}>
      <DataPanel title="Time to first response" panel={responsiveness}>
        {({ resolution, timeToFirstResponse }) => (
          <FirstResponseFigure
            items={items}
            openedCount={resolution.sampleSize}
            metric={timeToFirstResponse}
          />
        )}
      </DataPanel>
      <DataPanel title={title} panel={responsiveness}>
        {({ resolution }) => (
          <ResolutionFigure items={items} resolvedText={resolved} metric={resolution} />
        )}
      </DataPanel>
    </div>
  )
}

type FirstResponseFigureProps = {
  items: string
  /** How many items were opened, whether or not their responses are known. */
  openedCount: number
  metric: FirstResponse
}

function FirstResponseFigure({ items, openedCount, metric }: FirstResponseFigureProps) {
  const { since, sampleSize, responded, medianSeconds, awaitingResponse, oldestUnanswered } = metric
  if (since === null) {
    return (
      <PanelMessage>
        {openedCount === 0
          ? `No recent ${items}.`
          : `Not enough data: recent comments don’t cover these ${items}.`}
      </PanelMessage>
    )
  }
  return (
    <>
      <Median seconds={medianSeconds} />
      <p className={styles.text}>
        Median of {responded} answered {items} out of {sampleSize} opened since{' '}
        <Timestamp date={since} />.{' '}
        {oldestUnanswered === null ? (
          <span>None waiting.</span>
        ) : (
          <span>
            {awaitingResponse} {awaitingResponse === 1 ? 'is' : 'are'} waiting; oldest:{' '}
            {oldestUnanswered.url ? (
              <a href={oldestUnanswered.url}>#{oldestUnanswered.number}</a>
            ) : (
              <span>{`#${oldestUnanswered.number}`}</span>
            )}
            , opened <Timestamp date={oldestUnanswered.openedAt} />.
          </span>
        )}{' '}
        <MethodologyLink />
      </p>
    </>
  )
}

type ResolutionFigureProps = { items: string; resolvedText: string; metric: Resolution }

function ResolutionFigure({ items, resolvedText, metric }: ResolutionFigureProps) {
  const { sampleSize, since, resolved, medianSeconds, stillOpen } = metric
  if (since === null) return <PanelMessage>No recent {items}.</PanelMessage>
  return (
    <>
      <Median seconds={medianSeconds} />
      <p className={styles.text}>
        Median of {resolved} {resolvedText} {items} out of {sampleSize} opened since{' '}
        <Timestamp date={since} />. {stillOpen} {stillOpen === 1 ? 'is' : 'are'} still open.{' '}
        <MethodologyLink />
      </p>
    </>
  )
}

function Median({ seconds }: { seconds: number | null }) {
  return <p className={styles.figure}>{seconds === null ? 'unknown' : formatDuration(seconds)}</p>
}

function MethodologyLink() {
  return <a href={`#${METHODOLOGY_ID}`}>How this is calculated</a>
}

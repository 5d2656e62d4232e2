import type { FirstResponse, Panel, Resolution, Responsiveness } from '@repo/github'
import { PanelMessage } from '@repo/ui/panel'
import { Timestamp } from '@repo/ui/timestamp'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { durationText } from './duration.ts'
import type { IssueListRequest } from './issue-list-request.ts'
import { METHODOLOGY_ID } from './methodology.tsx'
import styles from './responsiveness-panels.module.css'

type ResponsivenessPanelsProps = {
  kind: IssueListRequest['kind']
  responsiveness: Panel<Responsiveness>
}

const words = {
  issue: { many: 'issues', done: 'closed', title: 'Time to close' },
  pull: { many: 'pull requests', done: 'merged', title: 'Time to merge' },
}

/** How people who open issues or pull requests fare. */
export function ResponsivenessPanels({ kind, responsiveness }: ResponsivenessPanelsProps) {
  const { many, done, title } = words[kind]
  return (
    <div className={styles.pair}>
      <DataPanel title="First answer" panel={responsiveness}>
        {(figures) => (
          <FirstResponseFigure
            many={many}
            opened={figures.resolution.sampleSize}
            {...figures.timeToFirstResponse}
          />
        )}
      </DataPanel>
      <DataPanel title={title} panel={responsiveness}>
        {(figures) => <ResolutionFigure many={many} word={done} {...figures.resolution} />}
      </DataPanel>
    </div>
  )
}

type FirstResponseFigureProps = FirstResponse & {
  many: string
  /** How many people have opened, whether their answers are known or not. */
  opened: number
}

function FirstResponseFigure({
  many,
  opened,
  sampleSize,
  since,
  ...figure
}: FirstResponseFigureProps) {
  const { responded, medianSeconds, awaitingResponse, oldestUnanswered } = figure
  if (since === null) return <PanelMessage>{unknownReason(opened)}</PanelMessage>
  return (
    <>
      <p className={styles.figure}>
        {medianSeconds === null ? 'unknown' : durationText(medianSeconds)}
      </p>
      <p className={styles.text}>
        Median of the {responded} that were answered, of {sampleSize} {many} that people opened
        since <Timestamp date={since} />.{' '}
        {oldestUnanswered === null ? (
          'None is waiting.'
        ) : (
          <>
            {awaitingResponse} {awaitingResponse === 1 ? 'is' : 'are'} still waiting, the oldest (
            {oldestUnanswered.url ? (
              <a href={oldestUnanswered.url}>#{oldestUnanswered.number}</a>
            ) : (
              `#${oldestUnanswered.number}`
            )}
            ) since <Timestamp date={oldestUnanswered.openedAt} />.
          </>
        )}{' '}
        <a href={`#${METHODOLOGY_ID}`}>How it is counted</a>
      </p>
    </>
  )
}

function unknownReason(opened: number): string {
  return opened === 0
    ? 'Nobody has opened any lately.'
    : 'Unknown: the newest comments that GitHub gives do not reach back to any that was opened.'
}

type ResolutionFigureProps = Resolution & { many: string; word: string }

function ResolutionFigure({
  many,
  word,
  sampleSize,
  since,
  resolved,
  medianSeconds,
  stillOpen,
}: ResolutionFigureProps) {
  if (since === null) return <PanelMessage>Nobody has opened any lately.</PanelMessage>
  return (
    <>
      <p className={styles.figure}>
        {medianSeconds === null ? 'unknown' : durationText(medianSeconds)}
      </p>
      <p className={styles.text}>
        Median of the {resolved} that were {word}, of {sampleSize} {many} that people opened since{' '}
        <Timestamp date={since} />. {stillOpen} {stillOpen === 1 ? 'is' : 'are'} still open.{' '}
        <a href={`#${METHODOLOGY_ID}`}>How it is counted</a>
      </p>
    </>
  )
}

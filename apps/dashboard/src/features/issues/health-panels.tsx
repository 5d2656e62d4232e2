import type { FirstResponse, Panel, Resolution, Responsiveness } from '@repo/github'
import { PanelMessage } from '@repo/ui/panel'
import { Timestamp } from '@repo/ui/timestamp'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { durationText } from './duration.ts'
import styles from './health-panels.module.css'
import { howItIsCounted } from './how-it-is-counted.tsx'
import type { IssueListRequest } from './issue-list-request.ts'

type HealthPanelsProps = { kind: IssueListRequest['kind']; health: Panel<Responsiveness> }

const words = {
  issue: { many: 'issues', done: 'closed', title: 'Time to close' },
  pull: { many: 'pull requests', done: 'merged', title: 'Time to merge' },
}

/** How people who open issues or pull requests fare. */
export function HealthPanels({ kind, health }: HealthPanelsProps) {
  const { many, done, title } = words[kind]
  return (
    <div className={styles.pair}>
      <DataPanel title="First answer" panel={health}>
        {(figures) => (
          <FirstAnswerFigure
            many={many}
            opened={figures.resolution.sampleSize}
            {...figures.timeToFirstResponse}
          />
        )}
      </DataPanel>
      <DataPanel title={title} panel={health}>
        {(figures) => <DoneFigure many={many} word={done} {...figures.resolution} />}
      </DataPanel>
    </div>
  )
}

type FirstAnswerFigureProps = FirstResponse & {
  many: string
  /** How many people have opened, whether their answers are known or not. */
  opened: number
}

function FirstAnswerFigure({ many, opened, sampleSize, since, ...figure }: FirstAnswerFigureProps) {
  const { responded, medianSeconds, awaitingResponse, oldestUnanswered } = figure
  if (since === null) return <PanelMessage>{unanswerable(opened)}</PanelMessage>
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
        <a href={`#${howItIsCounted}`}>How it is counted</a>
      </p>
    </>
  )
}

function unanswerable(opened: number): string {
  return opened === 0
    ? 'Nobody has opened any lately.'
    : 'Unknown: the newest comments that GitHub gives do not reach back to any that was opened.'
}

type DoneFigureProps = Resolution & { many: string; word: string }

function DoneFigure({
  many,
  word,
  sampleSize,
  since,
  resolved,
  medianSeconds,
  stillOpen,
}: DoneFigureProps) {
  if (since === null) return <PanelMessage>Nobody has opened any lately.</PanelMessage>
  return (
    <>
      <p className={styles.figure}>
        {medianSeconds === null ? 'unknown' : durationText(medianSeconds)}
      </p>
      <p className={styles.text}>
        Median of the {resolved} that were {word}, of {sampleSize} {many} that people opened since{' '}
        <Timestamp date={since} />. {stillOpen} {stillOpen === 1 ? 'is' : 'are'} still open.{' '}
        <a href={`#${howItIsCounted}`}>How it is counted</a>
      </p>
    </>
  )
}

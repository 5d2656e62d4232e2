import type { Done, FirstAnswer, Health, Panel } from '@repo/github'
import { Moment } from '@repo/ui/moment'
import { PanelMessage } from '@repo/ui/panel'
import { RepoPanel } from '#components/panel/data-panel.tsx'
import { durationText } from './duration.ts'
import styles from './health-panels.module.css'
import { howItIsCounted } from './how-it-is-counted.tsx'
import type { TicketRequest } from './ticket-request.ts'

type HealthPanelsProps = { kind: TicketRequest['kind']; health: Panel<Health> }

const words = {
  issue: { many: 'issues', done: 'closed', title: 'Time to close' },
  pull: { many: 'pull requests', done: 'merged', title: 'Time to merge' },
}

/** How people who open issues or pull requests fare. */
export function HealthPanels({ kind, health }: HealthPanelsProps) {
  const { many, done, title } = words[kind]
  return (
    <div className={styles.pair}>
      <RepoPanel title="First answer" panel={health}>
        {(figures) => (
          <FirstAnswerFigure many={many} opened={figures.done.n} {...figures.firstAnswer} />
        )}
      </RepoPanel>
      <RepoPanel title={title} panel={health}>
        {(figures) => <DoneFigure many={many} word={done} {...figures.done} />}
      </RepoPanel>
    </div>
  )
}

type FirstAnswerFigureProps = FirstAnswer & {
  many: string
  /** How many people have opened, whether their answers are known or not. */
  opened: number
}

function FirstAnswerFigure({ many, opened, n, since, ...figure }: FirstAnswerFigureProps) {
  const { answered, medianSeconds, waiting, oldestWaiting } = figure
  if (since === null) return <PanelMessage>{unanswerable(opened)}</PanelMessage>
  return (
    <>
      <p className={styles.figure}>
        {medianSeconds === null ? 'unknown' : durationText(medianSeconds)}
      </p>
      <p className={styles.text}>
        Median of the {answered} that were answered, of {n} {many} that people opened since{' '}
        <Moment date={since} />.{' '}
        {oldestWaiting === null ? (
          'None is waiting.'
        ) : (
          <>
            {waiting} {waiting === 1 ? 'is' : 'are'} still waiting, the oldest (
            {oldestWaiting.url ? (
              <a href={oldestWaiting.url}>#{oldestWaiting.number}</a>
            ) : (
              `#${oldestWaiting.number}`
            )}
            ) since <Moment date={oldestWaiting.openedAt} />.
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

type DoneFigureProps = Done & { many: string; word: string }

function DoneFigure({ many, word, n, since, done, medianSeconds, stillOpen }: DoneFigureProps) {
  if (since === null) return <PanelMessage>Nobody has opened any lately.</PanelMessage>
  return (
    <>
      <p className={styles.figure}>
        {medianSeconds === null ? 'unknown' : durationText(medianSeconds)}
      </p>
      <p className={styles.text}>
        Median of the {done} that were {word}, of {n} {many} that people opened since{' '}
        <Moment date={since} />. {stillOpen} {stillOpen === 1 ? 'is' : 'are'} still open.{' '}
        <a href={`#${howItIsCounted}`}>How it is counted</a>
      </p>
    </>
  )
}

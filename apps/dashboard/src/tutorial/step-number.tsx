import { Icon } from '@repo/ui/icon'
import styles from './step-number.module.css'

type StepNumberProps = { number: number | undefined; isFinished: boolean }

/** The number of a step in a circle, or a check mark. An appendix has neither number nor circle. */
export function StepNumber({ number, isFinished }: StepNumberProps) {
  return (
    <span className={styles.number} data-state={stateOf(number, isFinished)}>
      {isFinished ? <Icon name="check" label="Finished" /> : number}
    </span>
  )
}

function stateOf(number: number | undefined, isFinished: boolean): string | undefined {
  if (isFinished) return 'finished'
  return number === undefined ? undefined : 'numbered'
}

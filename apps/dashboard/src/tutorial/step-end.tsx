import Link from 'next/link'
import { toggleFinishedStep, useFinishedSteps } from './finished-steps.ts'
import styles from './step-layout.module.css'
import type { Place, StepLink } from './steps.ts'

type StepEndProps = { path: string; place: Place }

/** The end of a step: a check mark that this browser stores, and the steps before and after it. */
export function StepEnd({ path, place: { previous, next } }: StepEndProps) {
  const finished = useFinishedSteps()
  return (
    <div className={styles.end}>
      <div className={styles.finish}>
        {finished && (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={finished.includes(path)}
              onChange={() => toggleFinishedStep(path)}
            />
            <span>I finished this step</span>
          </label>
        )}
      </div>
      <nav className={styles.steps} aria-label="Previous and next step">
        {previous && <StepEndLink label="Previous" rel="prev" step={previous} />}
        {next && <StepEndLink label="Next" rel="next" step={next} />}
      </nav>
    </div>
  )
}

type StepEndLinkProps = { label: string; rel: 'prev' | 'next'; step: StepLink }

function StepEndLink({ label, rel, step: { title, path } }: StepEndLinkProps) {
  return (
    <Link className={styles[rel]} href={path} rel={rel} prefetch={false}>
      <span className={styles.direction}>{label}</span> <span>{title}</span>
    </Link>
  )
}

import { Stack } from '@repo/ui/columns'
import Link from 'next/link'
import { useFinishedSteps } from './finished-steps.ts'
import styles from './path-index.module.css'
import { StepNumber } from './step-number.tsx'
import { parts, STEP_COUNT, type Step, stepLinks } from './steps.ts'

/** The parts of the tutorial with their steps, and what the reader can do after each. */
export function PathIndex() {
  const finished = useFinishedSteps()
  return (
    <Stack gap="large">
      <p className={styles.progress}>{finished && <Progress finished={finished} />}</p>
      {parts.map(({ title, steps }) => (
        <Stack key={title}>
          <h2>{title}</h2>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <IndexedStep
                key={step.path}
                step={step}
                isFinished={finished?.includes(step.path) ?? false}
              />
            ))}
          </ol>
        </Stack>
      ))}
    </Stack>
  )
}

function Progress({ finished }: { finished: readonly string[] }) {
  const numbered = stepLinks.slice(0, STEP_COUNT)
  const next = numbered.find(({ path }) => !finished.includes(path))
  const finishedCount = numbered.filter(({ path }) => finished.includes(path)).length
  return (
    <>
      <span>
        {finishedCount} of {STEP_COUNT} steps finished in this browser.
      </span>{' '}
      {next && (
        <span>
          {finishedCount === 0 ? 'Start with' : 'Continue with'}{' '}
          <Link href={next.path}>
            step {next.number}: {next.title}
          </Link>
        </span>
      )}
    </>
  )
}

type IndexedStepProps = { step: Step; isFinished: boolean }

function IndexedStep({
  step: { kind, title, path, minutes, outcome },
  isFinished,
}: IndexedStepProps) {
  const number = stepLinks.find((step) => step.path === path)?.number
  return (
    <li>
      <StepNumber number={number} isFinished={isFinished} />
      <div>
        <Link className={styles.step} href={path}>
          {title}
        </Link>
        <p className={styles.outcome}>{outcome}</p>
      </div>
      <span className={styles.meta}>
        {kind === 'chapter' ? 'Read' : 'Try'} · {minutes} min
      </span>
    </li>
  )
}

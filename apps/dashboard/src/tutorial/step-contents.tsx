import Link from 'next/link'
import { useFinishedSteps } from './finished-steps.ts'
import styles from './step-layout.module.css'
import { StepNumber } from './step-number.tsx'
import type { Heading, StepLink } from './steps.ts'

type StepContentsProps = {
  path: string
  stepLinks: readonly StepLink[]
  headings: readonly Heading[]
}

/** The table of contents beside a step on wide screens, with the headings of the step. */
export function StepContents({ path: currentPath, stepLinks, headings }: StepContentsProps) {
  const finished = useFinishedSteps() ?? []
  return (
    <nav className={styles.contents} aria-label="Contents">
      <ol>
        {stepLinks.map(({ title, path, number }) => (
          <li key={path}>
            <StepNumber number={number} isFinished={finished.includes(path)} />
            <Link
              href={path}
              prefetch={false}
              {...(path === currentPath && { 'aria-current': 'page' })}
            >
              {title}
            </Link>
            {path === currentPath && headings.length > 0 && (
              <ul>
                {headings.map((heading) => (
                  <li key={heading.id}>
                    <a href={`#${heading.id}`}>{heading.title}</a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

import { Icon } from '@repo/ui/icon'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { StepContents } from './step-contents.tsx'
import { StepEnd } from './step-end.tsx'
import styles from './step-layout.module.css'
import type { Heading, Place, StepLink } from './steps.ts'

type StepLayoutProps = {
  title: string
  path: string
  /** Undefined for a page that is not a step of the tutorial. */
  place: Place | undefined
  /** The number of steps, and the links of all. */
  stepCount: number
  stepLinks: readonly StepLink[]
  headings?: readonly Heading[]
  /** Below the title. */
  about: ReactNode
  children: ReactNode
}

/** The layout of a chapter or lesson: its place in the tutorial, its text, and what is next to it. */
export function StepLayout(props: StepLayoutProps) {
  const { title, path, place, stepCount, stepLinks, headings = [], about, children } = props
  return (
    <div className={styles.layout}>
      <article className={styles.article}>
        <header className={styles.header}>
          <p className={styles.place}>
            <Link href="/learn">Learn</Link>
            {place && (
              <>
                <Icon name="chevron-right" />
                <span>
                  {place.number === undefined ? 'Appendix' : `Step ${place.number} of ${stepCount}`}
                </span>
                <span>
                  {place.minutes} {place.minutes === 1 ? 'minute' : 'minutes'}
                </span>
              </>
            )}
          </p>
          <h1 className={styles.title}>{title}</h1>
          {about}
        </header>
        {children}
        {place && <StepEnd path={path} place={place} />}
      </article>
      {place && <StepContents path={path} stepLinks={stepLinks} headings={headings} />}
    </div>
  )
}

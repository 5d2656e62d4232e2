import type { ReactNode } from 'react'
import { PageHead } from '#components/shell/page-head.tsx'
import { sourceFileUrl } from '#tutorial/source-file-url.ts'
import { StepLayout } from '#tutorial/step-layout.tsx'
import { findPlace, STEP_COUNT, stepLinks } from '#tutorial/steps.ts'
import styles from './lesson.module.css'

type LessonProps = {
  title: string
  /** What the lesson shows, in one sentence. */
  summary: string
  path: string
  /** Path of the page's file from the root of the repository. */
  source: string
  children: ReactNode
}

/** The layout of a lesson: a live page that demonstrates one behavior. */
export function Lesson({ title, summary, path, source, children }: LessonProps) {
  return (
    <StepLayout
      title={title}
      path={path}
      place={findPlace(path)}
      stepCount={STEP_COUNT}
      stepLinks={stepLinks}
      about={
        <>
          <p className={styles.summary}>{summary}</p>
          <p className={styles.source}>
            Source:{' '}
            <a href={sourceFileUrl(source)}>
              <code>{source}</code>
            </a>
          </p>
        </>
      }
    >
      <PageHead title={title} description={summary} path={path} />
      <div className={styles.lesson}>{children}</div>
    </StepLayout>
  )
}

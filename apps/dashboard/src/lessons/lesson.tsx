import { Stack } from '@repo/ui/columns'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { PageHead } from '#components/shell/page-head.tsx'
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
    <article className={styles.lesson}>
      <PageHead title={title} description={summary} path={path} />
      <Stack gap="small">
        <p className={styles.back}>
          <Link href="/learn">Learn</Link>
        </p>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.summary}>{summary}</p>
        <p className={styles.source}>
          Source: <code>{source}</code>
        </p>
      </Stack>
      {children}
    </article>
  )
}

import { Stack } from '@repo/ui/columns'
import Link from 'next/link'
import { PageHead } from '#components/shell/page-head.tsx'
import styles from './chapter-page.module.css'
import { type Chapter, chapterPath } from './chapters.ts'

type ChapterPageProps = { chapter: Chapter; html: string; next: Chapter | null }

/** The page of a tutorial chapter, which is a file in `docs`. */
export function ChapterPage({ chapter, html, next }: ChapterPageProps) {
  const { file, title, question } = chapter
  return (
    <article className={styles.chapter}>
      <PageHead title={title} description={question} path={chapterPath(chapter)} />
      <Stack gap="small">
        <p className={styles.about}>
          <Link href="/learn">Learn</Link>
        </p>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.about}>
          Source: <code>docs/{file}.md</code> (statically generated)
        </p>
      </Stack>
      <div
        className={styles.text}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own Markdown, without its HTML
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {next && (
        <p>
          Next: <Link href={chapterPath(next)}>{next.title}</Link>
        </p>
      )}
    </article>
  )
}

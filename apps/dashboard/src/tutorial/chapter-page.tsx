import { watchOverflow } from '@repo/ui/watch-overflow'
import { useEffect, useRef } from 'react'
import { PageHead } from '#components/shell/page-head.tsx'
import styles from './chapter-page.module.css'
import { type Chapter, chapterPath } from './chapters.ts'
import { StepLayout } from './step-layout.tsx'
import type { Heading, Place, StepLink } from './steps.ts'

type ChapterPageProps = {
  chapter: Chapter
  html: string
  headings: readonly Heading[]
  place: Place
  stepCount: number
  stepLinks: readonly StepLink[]
}

/** The page of a tutorial chapter, which is a file in `docs`. */
export function ChapterPage({ chapter, html, ...layout }: ChapterPageProps) {
  const { file, title, question } = chapter
  const path = chapterPath(chapter)
  const text = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chapter has other snippets
  useEffect(() => {
    import('./copy-buttons.ts').then(
      ({ addCopyButtons }) => text.current && addCopyButtons(text.current),
      // After a deployment the script may be gone, and the page works without it.
      () => {},
    )
  }, [html])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chapter has other boxes
  useEffect(() => {
    const boxes = text.current?.querySelectorAll<HTMLElement>('[role="group"]') ?? []
    const stops = [...boxes].map(watchOverflow)
    return () => {
      for (const stop of stops) stop?.()
    }
  }, [html])
  return (
    <StepLayout
      {...layout}
      title={title}
      path={path}
      about={
        <p className={styles.source}>
          Source: <code>docs/{file}.md</code> (statically generated)
        </p>
      }
    >
      <PageHead title={title} description={question} path={path} />
      <div
        ref={text}
        className={styles.text}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own Markdown, without its HTML
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </StepLayout>
  )
}

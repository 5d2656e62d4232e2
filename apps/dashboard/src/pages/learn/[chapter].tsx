import type { NodePage } from '@repo/page-runtime'
import type { GetStaticPaths, GetStaticProps, InferGetStaticPropsType } from 'next'
import { ChapterPage } from '#tutorial/chapter-page.tsx'
import { chapterPath, chapters } from '#tutorial/chapters.ts'
import { type RenderedChapter, readChapter } from '#tutorial/read-chapter.server.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = RenderedChapter
type Params = { chapter: string }

// The build generates every chapter, so nothing is read at run time and any other path is a 404.
export const getStaticPaths = (() => ({
  paths: chapters.map(chapterPath),
  fallback: false,
})) satisfies GetStaticPaths<Params>

export const getStaticProps = (async ({ params }) => {
  const chapter = await readChapter(params?.chapter ?? '')
  return chapter ? { props: chapter satisfies Props } : { notFound: true }
}) satisfies GetStaticProps<Props, Params>

export default function LearnChapterPage(props: InferGetStaticPropsType<typeof getStaticProps>) {
  return <ChapterPage {...props} />
}

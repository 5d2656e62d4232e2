import type { NodePage } from '@repo/page-runtime'
import type { GetStaticPaths, GetStaticProps, InferGetStaticPropsType } from 'next'
import { ChapterPage } from '#tutorial/chapter-page.tsx'
import { chapterPath, chapters } from '#tutorial/chapters.ts'
import { type ReadChapter, readChapter } from '#tutorial/read-chapter.server.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = ReadChapter
type Params = { chapter: string }

// All there are, when the site is built: nothing is read at run time, and any other name is not found.
export const getStaticPaths = (() => ({
  paths: chapters.map(chapterPath),
  fallback: false,
})) satisfies GetStaticPaths<Params>

export const getStaticProps = (async ({ params }) => {
  const read = await readChapter(params?.chapter ?? '')
  return read ? { props: read satisfies Props } : { notFound: true }
}) satisfies GetStaticProps<Props, Params>

export default function LearnChapterPage(props: InferGetStaticPropsType<typeof getStaticProps>) {
  return <ChapterPage {...props} />
}

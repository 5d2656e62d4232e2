import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps } from 'next'
import { sitemap } from '#features/crawlers/crawlers.ts'
import { crawlerFile } from '#server/cache-policies.ts'
import { readEnv } from '#server/process/env.ts'
import { servePage } from '#server/serve-page.ts'
import { chapterPath, chapters } from '#tutorial/chapters.ts'
import { indexedLessonPaths } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

// Repositories are left out: crawlers find them by following links.
const indexedPaths = [
  ...['/', '/search', '/compare', '/board', '/learn', '/report-card'],
  ...chapters.map(chapterPath),
  ...indexedLessonPaths,
]

export const getServerSideProps = ((context) =>
  servePage(context, async ({ res }) => {
    setCacheHeaders(res, crawlerFile)
    res.setHeader('Content-Type', 'application/xml; charset=utf-8')
    res.end(sitemap(readEnv().siteUrl, indexedPaths))
    return { props: {} }
  })) satisfies GetServerSideProps

// The response has been sent: Next renders no page for it.
export default function Sitemap() {
  return null
}

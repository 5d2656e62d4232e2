import { setTimeout as wait } from 'node:timers/promises'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { Lesson } from '#lessons/lesson.tsx'
import { lessons } from '#lessons/lessons.ts'
import { NavigationLesson } from '#lessons/navigation-lesson.tsx'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { renderedAt: string; askedFor: 'the document' | 'the data' }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ query, res }) => {
    // `resolvedUrl` is the same for both; `req.url` is what was asked for.
    const isData = context.req.url?.startsWith('/_next/data/')
    if (query.pace === 'slow') await wait(2000)
    const renderedAt = new Date().toISOString()

    // Kept by nobody, so that each question to the server is seen to be one.
    setCacheHeaders(res, { scope: 'private' })
    const askedFor = isData ? 'the data' : 'the document'
    return { props: { renderedAt, askedFor } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function NavigationPage(
  props: InferGetServerSidePropsType<typeof getServerSideProps>,
) {
  return (
    <Lesson {...lessons.navigation}>
      <NavigationLesson {...props} />
    </Lesson>
  )
}

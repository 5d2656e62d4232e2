import { setTimeout as wait } from 'node:timers/promises'
import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { Lesson } from '#lessons/lesson.tsx'
import { NavigationLesson } from '#lessons/navigation-lesson.tsx'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { renderedAt: string; requestKind: 'document' | 'data' }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ query, res }) => {
    // `resolvedUrl` is the same for both kinds; `req.url` is the requested path.
    const isData = context.req.url?.startsWith('/_next/data/')
    if (query.pace === 'slow') await wait(2000)
    const renderedAt = new Date().toISOString()

    // Not cached, so that each navigation shows a new render.
    setCacheHeaders(res, { scope: 'private' })
    const requestKind = isData ? 'data' : 'document'
    return { props: { renderedAt, requestKind } satisfies Props }
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

import { type CachePolicy, type Explanation, explain, setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type CacheSimulation, simulateQuery } from '#lessons/cache-simulation.server.ts'
import { CachingLesson } from '#lessons/caching-lesson.tsx'
import { Lesson } from '#lessons/lesson.tsx'
import { detectSharedCache, type SharedCache } from '#lessons/shared-cache.server.ts'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = {
  renderedAt: string
  sharedCache: SharedCache | null
  explanations: Explanation[]
  simulation: CacheSimulation
}

export const getServerSideProps = ((context) =>
  servePage(context, async ({ query, res }) => {
    const renderedAt = new Date().toISOString()
    const sharedCache = detectSharedCache(context.req.headers)
    const simulation = simulateQuery(query)
    if (simulation.headersError || simulation.eventsError) res.statusCode = 400

    // Exactly the header from the docs. Every other page sets a policy for the browser too.
    const policy: CachePolicy = {
      scope: 'public',
      sMaxAge: 10,
      staleWhileRevalidate: 59,
      inBrowser: 'unset',
    }
    setCacheHeaders(res, policy)
    const explanations = explain(policy)
    return { props: { renderedAt, sharedCache, explanations, simulation } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function CachingPage(props: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Lesson {...lessons.caching}>
      <CachingLesson {...props} />
    </Lesson>
  )
}

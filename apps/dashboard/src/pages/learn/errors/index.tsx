import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { ErrorsLesson } from '#lessons/errors-lesson.tsx'
import { Lesson } from '#lessons/lesson.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { outcome: string | null }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ query, res }) => {
    const outcome = typeof query.outcome === 'string' ? query.outcome : null
    if (outcome === 'not-found') return { notFound: true }
    if (outcome === 'redirect') {
      return { redirect: { destination: '/learn/errors?outcome=redirected', permanent: false } }
    }
    setCacheHeaders(res, publicPage)
    if (outcome === 'not-now') {
      // The guard replaces the public header for this status.
      res.statusCode = 503
      res.setHeader('Retry-After', '30')
    }
    return { props: { outcome } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function ErrorsPage({
  outcome,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Lesson {...lessons.errors}>
      <ErrorsLesson outcome={outcome} />
    </Lesson>
  )
}

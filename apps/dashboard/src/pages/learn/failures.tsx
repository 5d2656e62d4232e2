import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type FailingReads, readWithFault } from '#lessons/failing-github.server.ts'
import { FailuresLesson } from '#lessons/failures-lesson.tsx'
import {
  type CachedResponse,
  type Fault,
  parseCachedResponse,
  parseFault,
} from '#lessons/faults.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { readDataSource } from '#server/frame.ts'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { fault: Fault; cachedResponse: CachedResponse; reads: FailingReads }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ panel, query, res }) => {
    // Only the sample GitHub can fail on request.
    if (readDataSource() !== 'sample') return { notFound: true }
    const fault = parseFault(query.fault)
    const cachedResponse = parseCachedResponse(query.kept)
    const reads = await readWithFault(fault, cachedResponse, panel)

    // With an unavailable panel, servePage shortens it to five seconds.
    setCacheHeaders(res, publicPage)
    return { props: { fault, cachedResponse, reads } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function FailuresPage(
  props: InferGetServerSidePropsType<typeof getServerSideProps>,
) {
  return (
    <Lesson {...lessons.failures}>
      <FailuresLesson {...props} />
    </Lesson>
  )
}

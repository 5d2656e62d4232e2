import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type Failing, isSample, readFailing } from '#lessons/failing-github.server.ts'
import { FailuresLesson } from '#lessons/failures-lesson.tsx'
import { type Fault, faultFrom, type Keeping, keepingFrom } from '#lessons/faults.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { lessons } from '#lessons/lessons.ts'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { fault: Fault; keeping: Keeping; failing: Failing }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ panel, query, res }) => {
    // GitHub itself does not fail when it is asked to.
    if (!(await isSample())) return { notFound: true }
    const fault = faultFrom(query.fault)
    const keeping = keepingFrom(query.kept)
    const failing = await readFailing(fault, keeping, panel)

    // With a part that may soon be another, servePage makes it five seconds.
    setCacheHeaders(res, publicPage)
    return { props: { fault, keeping, failing } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function FailuresPage({
  fault,
  keeping,
  failing,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Lesson {...lessons.failures}>
      <FailuresLesson fault={fault} keeping={keeping} failing={failing} />
    </Lesson>
  )
}

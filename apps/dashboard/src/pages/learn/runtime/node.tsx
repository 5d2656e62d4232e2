import { setCacheHeaders } from '@repo/cache-headers'
import type { Panel } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { getExampleRepo } from '#lessons/example-repo.server.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { NodeNotes } from '#lessons/runtime/node-notes.tsx'
import { type Observation, observeRuntime } from '#lessons/runtime/observe-runtime.server.ts'
import { RuntimeLesson } from '#lessons/runtime/runtime-lesson.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { stars: Panel<number | null>; observation: Observation }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, res }) => {
    const { owner, repo } = getExampleRepo()
    const stars = await panel(github.getRepo(owner, repo), (data) => data.stars)
    const observation = observeRuntime(context)

    setCacheHeaders(res, publicPage)
    return { props: { stars, observation } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function NodePageLesson({
  stars,
  observation,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Lesson {...lessons.runtimeNode}>
      <RuntimeLesson stars={stars} observation={observation} notes={<NodeNotes />} />
    </Lesson>
  )
}

import { createPanel, type GitHubCall, type Panel } from '@repo/github'
import type { EdgePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { getExampleRepo } from '#lessons/example-repo.server.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { createEdgeFrame, createEdgeGitHub } from '#lessons/runtime/edge.server.ts'
import { EdgeNotes } from '#lessons/runtime/edge-notes.tsx'
import { type Observation, observeRuntime } from '#lessons/runtime/observe-runtime.server.ts'
import { RuntimeLesson } from '#lessons/runtime/runtime-lesson.tsx'
import type { Framed } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'experimental-edge' } satisfies EdgePage

type Props = Framed<{ stars: Panel<number | null>; observation: Observation }>

export const getServerSideProps = (async (context) => {
  const calls: GitHubCall[] = []
  const github = createEdgeGitHub((call) => calls.push(call))
  const { owner, repo } = getExampleRepo()
  // A failure must be shown in a panel: on this runtime every response has status 200.
  const panel = createPanel(() => {})
  const stars = await panel(github.getRepo(owner, repo), (data) => data.stars)
  const observation = observeRuntime(context)

  // No cache headers: next.config sets them, without knowing the result.
  return { props: { stars, observation, frame: createEdgeFrame(calls) } satisfies Props }
}) satisfies GetServerSideProps<Props>

export default function EdgePageLesson({
  stars,
  observation,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Lesson {...lessons.runtimeEdge}>
      <RuntimeLesson stars={stars} observation={observation} notes={<EdgeNotes />} />
    </Lesson>
  )
}

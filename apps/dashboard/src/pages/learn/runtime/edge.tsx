import { createPanel, type GitHubCall, type Panel } from '@repo/github'
import type { EdgePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { exampleRepo } from '#lessons/example-repo.server.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { lessons } from '#lessons/lessons.ts'
import { edgeFrame, edgeGitHub } from '#lessons/runtime/edge.server.ts'
import { EdgeNotes } from '#lessons/runtime/edge-notes.tsx'
import { type Observation, observeRuntime } from '#lessons/runtime/observe-runtime.server.ts'
import { RuntimeLesson } from '#lessons/runtime/runtime-lesson.tsx'
import type { Framed } from '#server/serve-page.ts'

export const config = { runtime: 'experimental-edge' } satisfies EdgePage

type Props = Framed<{ stars: Panel<number | null>; seen: Observation }>

export const getServerSideProps = (async (context) => {
  const calls: GitHubCall[] = []
  const github = edgeGitHub((call) => calls.push(call))
  const { owner, repo } = exampleRepo()
  // A failure must be a part of the page: here no answer can have another status than 200.
  const panel = createPanel(() => {})
  const stars = await panel(github.getRepo(owner, repo), (data) => data.stars)
  const seen = observeRuntime(context)

  // No cache headers: they are in next.config, where the answer is not known.
  return { props: { stars, seen, frame: edgeFrame(calls) } satisfies Props }
}) satisfies GetServerSideProps<Props>

export default function EdgePageLesson({
  stars,
  seen,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Lesson {...lessons.runtimeEdge}>
      <RuntimeLesson stars={stars} seen={seen} notes={<EdgeNotes />} />
    </Lesson>
  )
}

import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { getExampleRepo } from '#lessons/example-repo.server.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { type FullResponse, measureResponse } from '#lessons/measure-response.server.ts'
import { PropsLesson } from '#lessons/props-lesson.tsx'
import { listSerializationOutcomes, type Outcome } from '#lessons/serialization.ts'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Shown = { fullName: string; stars: number | null }
type Props = { shown: Shown; fullResponse: FullResponse | null; outcomes: Outcome[] }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, res }) => {
    const { owner, repo } = getExampleRepo()
    const [{ data }, fullResponse] = await Promise.all([
      github.getRepo(owner, repo),
      measureResponse(owner, repo),
    ])
    const shown = { fullName: data.fullName, stars: data.stars }

    setCacheHeaders(res, publicPage)
    return { props: { shown, fullResponse, outcomes: listSerializationOutcomes() } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function PropsArePublicPage(
  props: InferGetServerSidePropsType<typeof getServerSideProps>,
) {
  return (
    <Lesson {...lessons.propsArePublic}>
      <PropsLesson {...props} />
    </Lesson>
  )
}

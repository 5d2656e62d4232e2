import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { exampleRepo } from '#lessons/example-repo.server.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { lessons } from '#lessons/lessons.ts'
import { PropsLesson } from '#lessons/props-lesson.tsx'
import { type Fate, fates } from '#lessons/serialized.ts'
import { type WholeObject, wholeObject } from '#lessons/whole-object.server.ts'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Shown = { fullName: string; stars: number | null }
type Props = { shown: Shown; whole: WholeObject | null; values: Fate[] }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, res }) => {
    const { owner, repo } = exampleRepo()
    const [{ data }, whole] = await Promise.all([
      github.getRepo(owner, repo),
      wholeObject(owner, repo),
    ])
    const shown = { fullName: data.fullName, stars: data.stars }

    setCacheHeaders(res, publicPage)
    return { props: { shown, whole, values: fates() } satisfies Props }
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

import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { Lesson } from '#features/learn/lesson.tsx'
import { lessons } from '#features/learn/lessons.ts'
import { PropsLesson } from '#features/learn/props-lesson.tsx'
import { type Fate, fates } from '#features/learn/serialised.ts'
import { exampleRepo } from '#server/example-repo.ts'
import { servePage } from '#server/serve-page.ts'
import { type WholeObject, wholeObject } from '#server/whole-object.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Shown = { fullName: string; stars: number | null }
type Props = { shown: Shown; whole: WholeObject | null; values: Fate[] }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, res }) => {
    const { owner, repo } = exampleRepo()
    const [{ data }, whole] = await Promise.all([
      github.repo(owner, repo),
      wholeObject(owner, repo),
    ])
    const shown = { fullName: data.fullName, stars: data.stars }

    setCacheHeaders(res, { audience: 'everyone', freshFor: 60, staleFor: 600 })
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

import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { getExampleRepo } from '#lessons/example-repo.server.ts'
import { FirstPageLesson } from '#lessons/first-page-lesson.tsx'
import { Lesson } from '#lessons/lesson.tsx'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { fullName: string; stars: number | null }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, res }) => {
    const { owner, repo } = getExampleRepo()
    const { data } = await github.getRepo(owner, repo)

    setCacheHeaders(res, { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })
    return { props: { fullName: data.fullName, stars: data.stars } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function FirstPage({
  fullName,
  stars,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Lesson {...lessons.firstPage}>
      <FirstPageLesson fullName={fullName} stars={stars} />
    </Lesson>
  )
}

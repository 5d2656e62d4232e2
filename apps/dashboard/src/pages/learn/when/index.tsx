import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { DataFetchingLesson } from '#lessons/data-fetching-lesson.tsx'
import { getExampleRepo, type Reading, toReading } from '#lessons/example-repo.server.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { reading: Reading }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, res }) => {
    const { owner, repo } = getExampleRepo()
    const snapshot = await github.getRepo(owner, repo)

    setCacheHeaders(res, publicPage)
    return { props: { reading: toReading(snapshot) } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function DataFetchingPage({
  reading,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Lesson {...lessons.dataFetching}>
      <DataFetchingLesson reading={reading} />
    </Lesson>
  )
}

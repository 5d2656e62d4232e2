import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { exampleRepo } from '#lessons/example-repo.server.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { lessons } from '#lessons/lessons.ts'
import { type Reading, readingOf } from '#lessons/reading.ts'
import { WhenLesson } from '#lessons/when-lesson.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { reading: Reading }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, res }) => {
    const { owner, repo } = exampleRepo()
    const facts = await github.getRepo(owner, repo)

    setCacheHeaders(res, publicPage)
    return { props: { reading: readingOf(facts) } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function WhenPage({
  reading,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Lesson {...lessons.when}>
      <WhenLesson reading={reading} />
    </Lesson>
  )
}

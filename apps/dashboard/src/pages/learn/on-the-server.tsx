import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type Given, givenBy } from '#features/learn/given.ts'
import { Lesson } from '#features/learn/lesson.tsx'
import { lessons } from '#features/learn/lessons.ts'
import { ServerLesson } from '#features/learn/server-lesson.tsx'
import { exampleRepo } from '#server/example-repo.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = {
  stars: number | null
  sawWindow: string
  given: Given[]
  words: string[]
  flag: string
}

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, res }) => {
    const { owner, repo } = exampleRepo()
    // No address of this site is asked for it: the read is called.
    const { data } = await github.repo(owner, repo)
    // Nor are the words in the page's scripts, where the page looks for them.
    const flag = '__N_SSP'
    const words = ['These words stand in getServerSideProps alone', 'setCacheHeaders']

    setCacheHeaders(res, { audience: 'everyone', freshFor: 60, staleFor: 600 })
    const seen = { stars: data.stars, sawWindow: typeof window, given: givenBy(context) }
    return { props: { ...seen, words, flag } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function OnTheServerPage(
  props: InferGetServerSidePropsType<typeof getServerSideProps>,
) {
  return (
    <Lesson {...lessons.onTheServer}>
      <ServerLesson {...props} />
    </Lesson>
  )
}

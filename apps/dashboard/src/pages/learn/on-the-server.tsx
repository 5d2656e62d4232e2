import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { exampleRepo } from '#lessons/example-repo.server.ts'
import { type Given, givenBy } from '#lessons/given.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { lessons } from '#lessons/lessons.ts'
import { ServerLesson } from '#lessons/server-lesson.tsx'
import { publicPage } from '#server/cache-policies.ts'
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
    const { data } = await github.getRepo(owner, repo)
    // Nor are the words in the page's scripts, where the page looks for them.
    const flag = '__N_SSP'
    const words = ['These words stand in getServerSideProps alone', 'setCacheHeaders']

    setCacheHeaders(res, publicPage)
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

import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type ContextProperty, listContextProperties } from '#lessons/context-properties.ts'
import { getExampleRepo } from '#lessons/example-repo.server.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { ServerLesson } from '#lessons/server-lesson.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = {
  stars: number | null
  windowType: string
  contextProperties: ContextProperty[]
  serverStrings: string[]
  flag: string
}

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, res }) => {
    const { owner, repo } = getExampleRepo()
    // The read is called directly, not through an API route.
    const { data } = await github.getRepo(owner, repo)
    // In the component, these strings would be in the client bundle that the page searches.
    const flag = '__N_SSP'
    const serverStrings = ['This string is in getServerSideProps only', 'setCacheHeaders']

    setCacheHeaders(res, publicPage)
    return {
      props: {
        stars: data.stars,
        windowType: typeof window,
        contextProperties: listContextProperties(context),
        serverStrings,
        flag,
      } satisfies Props,
    }
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

import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { getExampleRepo, type Reading, toReading } from '#lessons/example-repo.server.ts'
import { Lesson } from '#lessons/lesson.tsx'
import { canPush, findPush, hasSharedStore, type Push } from '#lessons/push-commit.server.ts'
import { RevalidationLesson } from '#lessons/revalidation-lesson.tsx'
import { detectSharedCache, type SharedCache } from '#lessons/shared-cache.server.ts'
import { publicPage } from '#server/cache-policies.ts'
import { readDataSource } from '#server/frame.ts'
import { servePage } from '#server/serve-page.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = {
  reading: Reading
  push: Push | null
  /** Whether the button is shown; without one, the page says what is missing. */
  pushing: 'possible' | 'needs-secret' | 'needs-sample'
  hasRedis: boolean
  sharedCache: SharedCache | null
}

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, query, res }) => {
    const { owner, repo } = getExampleRepo()
    const snapshot = await github.getRepo(owner, repo)
    const props = {
      reading: toReading(snapshot),
      push: findPush(query.push) ?? null,
      pushing: canPush()
        ? 'possible'
        : readDataSource() === 'sample'
          ? 'needs-secret'
          : 'needs-sample',
      hasRedis: hasSharedStore(),
      sharedCache: detectSharedCache(context.req.headers),
    } satisfies Props

    setCacheHeaders(res, publicPage)
    return { props }
  })) satisfies GetServerSideProps<Props>

export default function RevalidationPage(
  props: InferGetServerSidePropsType<typeof getServerSideProps>,
) {
  return (
    <Lesson {...lessons.revalidation}>
      <RevalidationLesson {...props} />
    </Lesson>
  )
}

import { GitHubError, isOwnerName, isRepoName } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import type { GetStaticPaths, GetStaticProps, InferGetStaticPropsType } from 'next'
import { type Reading, toReading } from '#lessons/example-repo.server.ts'
import { IsrLesson } from '#lessons/isr-lesson.tsx'
import { Lesson } from '#lessons/lesson.tsx'
import { degradedPage, publicPage } from '#server/cache-policies.ts'
import { confirmRename } from '#server/confirm-rename.ts'
import { gitHub } from '#server/process/github.ts'
import { isrLessonFor } from '#tutorial/lessons.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { reading: Reading }
type Params = { owner: string; repo: string }

// The build sends no request to GitHub: the first visit of a repository renders its page.
export const getStaticPaths = (() => ({
  paths: [],
  fallback: 'blocking',
})) satisfies GetStaticPaths<Params>

export const getStaticProps = (async ({ params: { owner, repo } = { owner: '', repo: '' } }) => {
  if (!isOwnerName(owner) || !isRepoName(repo)) return { notFound: true, revalidate: 3600 }
  const startedAt = Date.now()
  const { client } = gitHub()
  const tags: string[] = []
  let isStale = false
  try {
    const snapshot = await confirmRename(
      () =>
        client.forRequest({
          onTags: (found) => tags.push(...found),
          onCall: ({ cacheStatus }) => {
            isStale ||= cacheStatus === 'stale'
          },
        }),
      (github) => github.getRepo(owner, repo),
    )
    // The revalidation that a change requests joins a render that began before the change.
    const isDegraded = isStale || client.hasChangedSince(tags, startedAt)
    const revalidate = (isDegraded ? degradedPage : publicPage).sMaxAge
    return { props: { reading: toReading(snapshot) } satisfies Props, revalidate }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    if (error.kind === 'renamed') {
      const destination = `/learn/when/${error.fullName}`
      return { redirect: { destination, permanent: false }, revalidate: 60 }
    }
    if (error.kind === 'not-found') return { notFound: true, revalidate: 60 }
    // getStaticProps cannot set a status. After a throw, Next keeps the last page if there is one.
    throw error
  }
}) satisfies GetStaticProps<Props, Params>

export default function IsrPage({ reading }: InferGetStaticPropsType<typeof getStaticProps>) {
  return (
    <Lesson {...isrLessonFor(reading.fullName)}>
      <IsrLesson reading={reading} />
    </Lesson>
  )
}

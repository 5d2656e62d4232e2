import { GitHubError, isOwnerName, isRepoName } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import type { GetStaticPaths, GetStaticProps, InferGetStaticPropsType } from 'next'
import { AheadLesson } from '#lessons/ahead-lesson.tsx'
import { Lesson } from '#lessons/lesson.tsx'
import { aheadOfTime } from '#lessons/lessons.ts'
import { type Reading, readingOf } from '#lessons/reading.ts'
import { gitHub } from '#server/github.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { reading: Reading }
type Params = { owner: string; repo: string }

// The build asks GitHub nothing: a page is made when the first visitor asks for it.
export const getStaticPaths = (() => ({
  paths: [],
  fallback: 'blocking',
})) satisfies GetStaticPaths<Params>

export const getStaticProps = (async ({ params: { owner, repo } = { owner: '', repo: '' } }) => {
  if (!isOwnerName(owner) || !isRepoName(repo)) return { notFound: true, revalidate: 3600 }
  try {
    const facts = await gitHub().client.forRequest().getRepo(owner, repo)
    return { props: { reading: readingOf(facts) } satisfies Props, revalidate: 60 }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    if (error.kind === 'renamed') {
      const destination = `/learn/when/${error.fullName}`
      return { redirect: { destination, permanent: false }, revalidate: 60 }
    }
    if (error.kind === 'not-found') return { notFound: true, revalidate: 60 }
    // There is no response here to give a status to. A throw keeps the last page, if there is one.
    throw error
  }
}) satisfies GetStaticProps<Props, Params>

export default function AheadPage({ reading }: InferGetStaticPropsType<typeof getStaticProps>) {
  return (
    <Lesson {...aheadOfTime(reading.fullName)}>
      <AheadLesson reading={reading} />
    </Lesson>
  )
}

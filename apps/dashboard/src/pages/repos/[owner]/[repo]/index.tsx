import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { ageOf } from '#features/age/age.tsx'
import { PageHead } from '#features/frame/page-head.tsx'
import { commitChart } from '#features/repo/commit-chart.ts'
import { repoPath } from '#features/repo/paths.ts'
import { type Overview, RepoOverview } from '#features/repo/repo-overview.tsx'
import { topContributors } from '#features/repo/top-contributors.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { overview: Overview }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, res }) => {
    const [facts, languages, commits, release, contributors] = await Promise.all([
      github.repo(owner, repo),
      panel(github.languages(owner, repo)),
      panel(github.commitActivity(owner, repo), commitChart),
      panel(github.latestRelease(owner, repo)),
      panel(github.contributors(owner, repo), topContributors),
    ])

    // Headers come last: only now is the answer known.
    setCacheHeaders(res, { audience: 'everyone', freshFor: 60, staleFor: 600 })
    const age = ageOf(facts)
    const overview = { repo: facts.data, age, languages, commits, release, contributors }
    return { props: { overview } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function RepoPage({
  overview,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName, description } = overview.repo
  return (
    <>
      <PageHead title={fullName} description={description ?? undefined} path={repoPath(fullName)} />
      <RepoOverview {...overview} />
    </>
  )
}

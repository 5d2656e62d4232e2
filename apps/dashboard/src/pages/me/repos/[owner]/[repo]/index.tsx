import { setCacheHeaders } from '@repo/cache-headers'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { ageOf } from '#features/age/age.tsx'
import { PageHead } from '#features/frame/page-head.tsx'
import { MeLayout } from '#features/me/me-layout.tsx'
import { commitChart } from '#features/repo/commit-chart.ts'
import { type Overview, RepoOverview } from '#features/repo/repo-overview.tsx'
import { topContributors } from '#features/repo/top-contributors.ts'
import { serveViewerPage } from '#server/serve-page.ts'

type Props = { overview: Overview }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, params: { owner, repo }, res }) => {
    const [facts, languages, commits, release, contributors] = await Promise.all([
      github.repo(owner, repo),
      panel(github.languages(owner, repo)),
      panel(github.commitActivity(owner, repo), commitChart),
      panel(github.latestRelease(owner, repo)),
      panel(github.contributors(owner, repo), topContributors),
    ])

    setCacheHeaders(res, { audience: 'one viewer' })
    const age = ageOf(facts)
    const overview = { repo: facts.data, age, languages, commits, release, contributors }
    return { props: { overview } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function OwnRepoPage({
  overview,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <MeLayout>
      <PageHead title={overview.repo.fullName} />
      <RepoOverview {...overview} />
    </MeLayout>
  )
}

import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { codeCharts, commitCharts, shareOf } from '#features/activity/activity-charts.ts'
import { ActivityPage, type ActivityPageProps } from '#features/activity/activity-page.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = ActivityPageProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, res }) => {
    const [facts, commits, code, share] = await Promise.all([
      github.getRepo(owner, repo),
      panel(github.getCommitActivity(owner, repo), commitCharts),
      panel(github.getCodeFrequency(owner, repo), codeCharts),
      panel(github.getParticipation(owner, repo), shareOf),
    ])

    setCacheHeaders(res, publicPage)
    return { props: { repo: facts.data, age: ageOf(facts), commits, code, share } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function RepoActivityPage({
  age,
  ...shown
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName } = shown.repo
  return (
    <RepoLayout repo={shown.repo} age={age} current="activity">
      <PageHead title={`Activity · ${fullName}`} path={repoPath(fullName, 'activity')} />
      <ActivityPage {...shown} />
    </RepoLayout>
  )
}

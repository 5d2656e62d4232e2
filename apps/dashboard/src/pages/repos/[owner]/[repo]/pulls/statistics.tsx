import { setCacheHeaders } from '@repo/cache-headers'
import { derive } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { createIssueCharts, mapToAgeChart } from '#features/issues/issue-charts.ts'
import { issueStatisticsPath } from '#features/issues/issue-list-request.ts'
import { IssueStatistics, type IssueStatisticsProps } from '#features/issues/issue-statistics.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = IssueStatisticsProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, res }) => {
    const kind = 'pull'
    const [facts, charts, oldest] = await Promise.all([
      github.getRepo(owner, repo),
      panel(github.listConversations(owner, repo), (data) => derive(data, createIssueCharts, kind)),
      panel(
        github.listIssuesOrPulls(owner, repo, { kind, state: 'open', sort: 'oldest', page: 1 }),
      ),
    ])

    setCacheHeaders(res, publicPage)
    const view = { repo: facts.data, kind, charts, ages: mapToAgeChart(oldest) } as const
    return { props: { ...view, age: ageOf(facts) } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function PullStatisticsPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName } = props.repo
  return (
    <RepoLayout repo={props.repo} age={age} panels={[props.charts, props.ages]} current="pulls">
      <PageHead
        title={`Pull request statistics · ${fullName}`}
        path={issueStatisticsPath(fullName, 'pull')}
      />
      <IssueStatistics {...props} />
    </RepoLayout>
  )
}

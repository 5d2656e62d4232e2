import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import type { Age } from '#components/panel/age.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { IssueStatistics, type IssueStatisticsProps } from '#features/issues/issue-statistics.tsx'
import { readIssueStatistics } from '#features/issues/read-issue-statistics.server.ts'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = IssueStatisticsProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params, res }) => {
    const props = await readIssueStatistics({ github, panel }, params, 'pull')

    setCacheHeaders(res, publicPage)
    return { props: props satisfies Props }
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
        path={`${repoPath(fullName, 'pulls')}/statistics`}
      />
      <IssueStatistics {...props} />
    </RepoLayout>
  )
}

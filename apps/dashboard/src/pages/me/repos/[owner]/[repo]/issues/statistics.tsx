import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import type { Age } from '#components/panel/age.tsx'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { IssueStatistics, type IssueStatisticsProps } from '#features/issues/issue-statistics.tsx'
import { readIssueStatistics } from '#features/issues/read-issue-statistics.server.ts'
import { MeLayout } from '#features/me/me-layout.tsx'
import { redirectToPublicPage } from '#server/page-result.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = IssueStatisticsProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, params, res }) => {
    const props = await readIssueStatistics({ github, panel }, params, 'issue')
    if (!props.repo.visibility) return redirectToPublicPage(context)

    setCacheHeaders(res, { scope: 'private' })
    return { props: props satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function ViewerIssueStatisticsPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName } = props.repo
  return (
    <MeLayout>
      <RepoLayout repo={props.repo} age={age} panels={[props.charts, props.ages]} current="issues">
        <PageHead title={`Issue statistics · ${fullName}`} />
        <IssueStatistics {...props} />
      </RepoLayout>
    </MeLayout>
  )
}

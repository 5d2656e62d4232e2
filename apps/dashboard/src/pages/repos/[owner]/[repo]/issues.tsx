import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import type { Age } from '#components/panel/age.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { socialCard } from '#components/repo/social-card.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { issueListTitle } from '#features/issues/issue-list-request.ts'
import { IssuesView, type IssuesViewProps } from '#features/issues/issues-view.tsx'
import { readIssues } from '#features/issues/read-issues.server.ts'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = IssuesViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params, query, res }) => {
    const props = await readIssues({ github, panel }, params, 'issue', query)

    setCacheHeaders(res, publicPage)
    return { props: props satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function IssuesPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { repo, request, issues } = props
  const { fullName } = repo
  const title = issueListTitle(request, 'data' in issues ? issues.data.page : undefined)
  return (
    <RepoLayout repo={repo} age={age} panels={[issues, props.responsiveness]} current="issues">
      <PageHead
        title={`${title} · ${fullName}`}
        path={repoPath(fullName, 'issues')}
        image={socialCard(fullName)}
      />
      <IssuesView {...props} />
    </RepoLayout>
  )
}

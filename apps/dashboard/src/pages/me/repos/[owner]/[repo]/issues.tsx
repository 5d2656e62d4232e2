import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import type { Age } from '#components/panel/age.tsx'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { issueListTitle } from '#features/issues/issue-list-request.ts'
import { IssuesView, type IssuesViewProps } from '#features/issues/issues-view.tsx'
import { readIssues } from '#features/issues/read-issues.server.ts'
import { MeLayout } from '#features/me/me-layout.tsx'
import { redirectToPublicPage } from '#server/page-result.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = IssuesViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, params, query, res }) => {
    const props = await readIssues({ github, panel }, params, 'issue', query)
    if (!props.repo.visibility) return redirectToPublicPage(context)

    setCacheHeaders(res, { scope: 'private' })
    return { props: props satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function ViewerIssuesPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { repo, request, issues } = props
  const { fullName } = repo
  const title = issueListTitle(request, 'data' in issues ? issues.data.page : undefined)
  return (
    <MeLayout>
      <RepoLayout repo={repo} age={age} panels={[issues, props.responsiveness]} current="issues">
        <PageHead title={`${title} · ${fullName}`} />
        <IssuesView {...props} />
      </RepoLayout>
    </MeLayout>
  )
}

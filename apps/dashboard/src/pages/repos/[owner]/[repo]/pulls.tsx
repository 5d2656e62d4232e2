import { setCacheHeaders } from '@repo/cache-headers'
import { computeResponsiveness, derive, MAX_SEARCH_PAGE } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { parsePage } from '#components/list-query.ts'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { socialCard } from '#components/repo/social-card.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { issueListTitle, parseIssueListRequest } from '#features/issues/issue-list-request.ts'
import { IssuesView, type IssuesViewProps } from '#features/issues/issues-view.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = IssuesViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, query, res }) => {
    const request = parseIssueListRequest(query, 'pull')
    const page = parsePage(query, MAX_SEARCH_PAGE)
    const [facts, issues, responsiveness] = await Promise.all([
      github.getRepo(owner, repo),
      panel(github.listIssuesOrPulls(owner, repo, { ...request, page })),
      panel(github.listConversations(owner, repo), (data) =>
        derive(data, computeResponsiveness, 'pull'),
      ),
    ])

    setCacheHeaders(res, publicPage)
    const age = ageOf(facts)
    return { props: { repo: facts.data, age, request, issues, responsiveness } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function PullsPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { repo, request, issues } = props
  const { fullName } = repo
  const title = issueListTitle(request, 'data' in issues ? issues.data.page : undefined)
  return (
    <RepoLayout repo={repo} age={age} panels={[issues, props.responsiveness]} current="pulls">
      <PageHead
        title={`${title} · ${fullName}`}
        path={repoPath(fullName, 'pulls')}
        image={socialCard(fullName)}
      />
      <IssuesView {...props} />
    </RepoLayout>
  )
}

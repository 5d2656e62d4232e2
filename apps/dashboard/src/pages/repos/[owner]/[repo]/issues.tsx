import { setCacheHeaders } from '@repo/cache-headers'
import { healthOf, lastSearchPage } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { pageFrom } from '#components/list-query.ts'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { TicketPage, type TicketPageProps } from '#features/issues/ticket-page.tsx'
import { ticketRequestFrom } from '#features/issues/ticket-request.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = TicketPageProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, query, res }) => {
    const request = ticketRequestFrom(query, 'issue')
    const page = pageFrom(query, lastSearchPage)
    const [facts, tickets, health] = await Promise.all([
      github.repo(owner, repo),
      panel(github.tickets(owner, repo, { ...request, page })),
      panel(github.conversations(owner, repo), (said) => healthOf(said, 'issue')),
    ])

    setCacheHeaders(res, { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })
    const age = ageOf(facts)
    return { props: { repo: facts.data, age, request, tickets, health } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function IssuesPage({
  age,
  ...listed
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName } = listed.repo
  return (
    <RepoLayout repo={listed.repo} age={age} current="issues">
      <PageHead title={`Issues · ${fullName}`} path={repoPath(fullName, 'issues')} />
      <TicketPage {...listed} />
    </RepoLayout>
  )
}

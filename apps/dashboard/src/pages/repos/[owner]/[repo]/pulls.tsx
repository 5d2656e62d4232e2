import { setCacheHeaders } from '@repo/cache-headers'
import { healthOf, lastSearchPage } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { type Age, ageOf } from '#features/age/age.tsx'
import { PageHead } from '#features/frame/page-head.tsx'
import { pageFrom } from '#features/list/list-query.ts'
import { repoPath } from '#features/repo/paths.ts'
import { RepoLayout } from '#features/repo/repo-layout.tsx'
import { TicketPage, type TicketPageProps } from '#features/tickets/ticket-page.tsx'
import { ticketRequestFrom } from '#features/tickets/ticket-request.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = TicketPageProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, query, res }) => {
    const request = ticketRequestFrom(query, 'pull')
    const page = pageFrom(query, lastSearchPage)
    const [facts, tickets, health] = await Promise.all([
      github.repo(owner, repo),
      panel(github.tickets(owner, repo, { ...request, page })),
      panel(github.conversations(owner, repo), (said) => healthOf(said, 'pull')),
    ])

    setCacheHeaders(res, { audience: 'everyone', freshFor: 60, staleFor: 600 })
    const age = ageOf(facts)
    return { props: { repo: facts.data, age, request, tickets, health } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function PullsPage({
  age,
  ...listed
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName } = listed.repo
  return (
    <RepoLayout repo={listed.repo} age={age} current="pulls">
      <PageHead title={`Pull requests · ${fullName}`} path={repoPath(fullName, 'pulls')} />
      <TicketPage {...listed} />
    </RepoLayout>
  )
}

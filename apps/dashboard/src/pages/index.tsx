import { setCacheHeaders } from '@repo/cache-headers'
import type { Panel, RepoSummary } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { PageHead } from '#components/shell/page-head.tsx'
import { PopularRepos } from '#features/home/popular-repos.tsx'
import { Welcome } from '#features/home/welcome.tsx'
import { PinFile } from '#features/pins/pin-file.tsx'
import { PinnedRepos, RecentRepos } from '#features/pins/pinned-repos.tsx'
import { QuotaStrip } from '#features/quota/quota-strip.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

const MAX_POPULAR_REPOS = 18

type Props = { popular: Panel<RepoSummary[]> }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, res }) => {
    const mostStarred = github.searchRepos({ q: 'stars:>=1', sort: 'stars', page: 1 })
    const popular = await panel(mostStarred, ({ items }) => items.slice(0, MAX_POPULAR_REPOS))

    setCacheHeaders(res, publicPage)
    return { props: { popular } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function HomePage({
  popular,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Stack gap="large">
      <PageHead path="/" />
      <Welcome />
      <PinnedRepos />
      <RecentRepos />
      <PopularRepos popular={popular} />
      <PinFile />
      <QuotaStrip />
    </Stack>
  )
}

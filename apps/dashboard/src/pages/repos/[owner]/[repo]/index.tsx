import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { repoPath } from '#components/repo/paths.ts'
import { socialCard } from '#components/repo/social-card.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { readOverview } from '#features/overview/read-overview.server.ts'
import { type Overview, RepoOverview } from '#features/overview/repo-overview.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { overview: Overview }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, res }) => {
    const overview = await readOverview({ github, panel }, owner, repo)

    // Set last, so that a failure above is not cached.
    setCacheHeaders(res, publicPage)
    return { props: { overview } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function RepoPage({
  overview,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { fullName, description } = overview.repo
  return (
    <>
      <PageHead
        title={fullName}
        description={description ?? undefined}
        path={repoPath(fullName)}
        image={socialCard(fullName)}
      />
      <RepoOverview {...overview} />
    </>
  )
}

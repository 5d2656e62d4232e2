import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { PageHead } from '#components/shell/page-head.tsx'
import { MeLayout } from '#features/me/me-layout.tsx'
import { readOverview } from '#features/overview/read-overview.server.ts'
import { type Overview, RepoOverview } from '#features/overview/repo-overview.tsx'
import { redirectToPublicPage } from '#server/page-result.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { overview: Overview }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, params: { owner, repo }, res }) => {
    const overview = await readOverview({ github, panel }, owner, repo)
    if (!overview.repo.visibility) return redirectToPublicPage(context)

    setCacheHeaders(res, { scope: 'private' })
    return { props: { overview } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function ViewerRepoPage({
  overview,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <MeLayout>
      <PageHead title={overview.repo.fullName} />
      <RepoOverview {...overview} />
    </MeLayout>
  )
}

import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { formatListTitle } from '#components/list-query.ts'
import type { Age } from '#components/panel/age.tsx'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { MeLayout } from '#features/me/me-layout.tsx'
import { readReleases } from '#features/releases/read-releases.server.ts'
import { ReleasesView, type ReleasesViewProps } from '#features/releases/releases-view.tsx'
import { redirectToPublicPage } from '#server/page-result.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = ReleasesViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, params, query, res }) => {
    const props = await readReleases({ github, panel }, params, query)
    if (!props.repo.visibility) return redirectToPublicPage(context)

    setCacheHeaders(res, { scope: 'private' })
    return { props: props satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function ViewerReleasesPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { repo, releases } = props
  const { fullName } = repo
  const title = formatListTitle('Releases', 'data' in releases ? releases.data.page : undefined)
  return (
    <MeLayout>
      <RepoLayout
        repo={repo}
        age={age}
        panels={[releases, props.release, props.cadence, props.unreleased]}
        current="releases"
      >
        <PageHead title={`${title} · ${fullName}`} />
        <ReleasesView {...props} />
      </RepoLayout>
    </MeLayout>
  )
}

import { setCacheHeaders } from '@repo/cache-headers'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { formatListTitle } from '#components/list-query.ts'
import type { Age } from '#components/panel/age.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { socialCard } from '#components/repo/social-card.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { readReleases } from '#features/releases/read-releases.server.ts'
import { ReleasesView, type ReleasesViewProps } from '#features/releases/releases-view.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = ReleasesViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params, query, res }) => {
    const props = await readReleases({ github, panel }, params, query)

    setCacheHeaders(res, publicPage)
    return { props: props satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function ReleasesPage({
  age,
  ...props
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { repo, releases } = props
  const { fullName } = repo
  const title = formatListTitle('Releases', 'data' in releases ? releases.data.page : undefined)
  return (
    <RepoLayout
      repo={repo}
      age={age}
      panels={[releases, props.release, props.cadence, props.unreleased]}
      current="releases"
    >
      <PageHead
        title={`${title} · ${fullName}`}
        path={repoPath(fullName, 'releases')}
        image={socialCard(fullName)}
      />
      <ReleasesView {...props} />
    </RepoLayout>
  )
}

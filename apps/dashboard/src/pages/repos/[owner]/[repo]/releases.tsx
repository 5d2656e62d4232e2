import { setCacheHeaders } from '@repo/cache-headers'
import { derive, releaseCadence } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { formatListTitle, parsePage } from '#components/list-query.ts'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { readUnreleased } from '#components/release/read-unreleased.server.ts'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import { socialCard } from '#components/repo/social-card.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { createReleaseTimeline } from '#features/releases/release-timeline.ts'
import { ReleasesView, type ReleasesViewProps } from '#features/releases/releases-view.tsx'
import { sanitizeReleases } from '#features/releases/sanitize-releases.server.ts'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = ReleasesViewProps & { age: Age }
type Params = { owner: string; repo: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, params: { owner, repo }, query, res }) => {
    const latest = github.getLatestRelease(owner, repo)
    const [facts, releases, release, cadence, unreleased] = await Promise.all([
      github.getRepo(owner, repo),
      panel(github.listReleases(owner, repo, { page: parsePage(query) })),
      panel(latest),
      panel(github.listReleases(owner, repo, { page: 1 }), ({ items }) =>
        derive(items, releaseCadence),
      ),
      panel(readUnreleased(github, owner, repo, latest)),
    ])

    setCacheHeaders(res, publicPage)
    const timeline = mapPanel(releases, ({ items }) => derive(items, createReleaseTimeline))
    const view = { repo: facts.data, timeline, release, cadence, unreleased }
    const list = mapPanel(releases, (page) => sanitizeReleases(page, facts.data))
    return { props: { ...view, releases: list, age: ageOf(facts) } satisfies Props }
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

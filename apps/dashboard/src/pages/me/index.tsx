import { setCacheHeaders } from '@repo/cache-headers'
import type { Page, Panel, Quota, ViewerRepo, ViewerSort } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { Columns } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { useListPath } from '#components/list/list-path.ts'
import { ListSummary } from '#components/list/list-place.tsx'
import { formatListTitle, parsePage, parseSort } from '#components/list-query.ts'
import { type Age, ageOf, PartialBanner } from '#components/panel/age.tsx'
import { SsoBanner } from '#components/panel/age-banners.tsx'
import { combineAges } from '#components/panel/combine-ages.ts'
import { PageAge } from '#components/panel/page-age.tsx'
import { RepoList } from '#components/repo/repo-list.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { describeRepoPage } from '#features/me/describe-repo-page.ts'
import { MeLayout } from '#features/me/me-layout.tsx'
import { RateLimits } from '#features/status/rate-limits.tsx'
import { connectionsUrl } from '#server/failure.ts'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

const sorts = [
  { sort: 'pushed', label: 'Recently pushed' },
  { sort: 'updated', label: 'Recently updated' },
  { sort: 'created', label: 'Newest' },
  { sort: 'name', label: 'Name' },
] as const satisfies readonly { sort: ViewerSort; label: string }[]

type Props = {
  repos: Page<ViewerRepo>
  sort: ViewerSort
  age: Age
  quotas: Panel<Quota[] | null>
  ssoUrl: string
}

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, query, res }) => {
    const sort = parseSort(query, sorts)
    const [repos, quotas] = await Promise.all([
      github.listViewerRepos({ sort, page: parsePage(query) }),
      panel(github.getRateLimit()),
    ])

    setCacheHeaders(res, { scope: 'private' })
    const age = ageOf(repos)
    const ssoUrl = connectionsUrl()
    return { props: { repos: repos.data, sort, age, quotas, ssoUrl } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function MePage(props: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { repos, sort, age, quotas, ssoUrl } = props
  const toListPath = useListPath()
  return (
    <MeLayout title="Your repositories" current="repositories">
      <PageHead title={formatListTitle('Your repositories', repos.page)} />
      <PageAge age={combineAges(age, [quotas])}>
        <PartialBanner {...age} />
        <SsoBanner organizations={age.ssoOrganizations} url={ssoUrl} />
        <Columns
          main={
            <>
              <ListSummary>{describeRepoPage(repos)}</ListSummary>
              <RepoList
                path="/me"
                sorts={sorts}
                sort={sort}
                repos={repos}
                toListPath={toListPath}
              />
            </>
          }
          side={<RateLimits quotas={quotas} />}
        />
      </PageAge>
    </MeLayout>
  )
}

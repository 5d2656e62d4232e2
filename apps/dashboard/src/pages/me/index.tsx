import { setCacheHeaders } from '@repo/cache-headers'
import type { Page, Panel, Quota, ViewerRepo, ViewerSort } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { Columns, Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { pageFrom, sortFrom } from '#components/list-query.ts'
import { type Age, AgeBanner, ageOf } from '#components/panel/age.tsx'
import { RepoList } from '#components/repo/repo-list.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { MeLayout } from '#features/me/me-layout.tsx'
import { mePath, ownRepoPath } from '#features/me/me-paths.ts'
import { viewerSorts } from '#features/me/viewer-sorts.ts'
import { Reachability } from '#features/status/reachability.tsx'
import { serveViewerPage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { repos: Page<ViewerRepo>; sort: ViewerSort; age: Age; quotas: Panel<Quota[] | null> }

export const getServerSideProps = ((context) =>
  serveViewerPage(context, async ({ github, panel, query, res }) => {
    const sort = sortFrom(query, viewerSorts)
    const [repos, quotas] = await Promise.all([
      github.listViewerRepos({ sort, page: pageFrom(query) }),
      panel(github.getRateLimit()),
    ])

    setCacheHeaders(res, { scope: 'private' })
    return { props: { repos: repos.data, sort, age: ageOf(repos), quotas } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function MePage({
  repos,
  sort,
  age,
  quotas,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const list = { path: mePath, sorts: viewerSorts, sort, repos, pathOf: ownRepoPath }
  return (
    <MeLayout title="Your repositories" current="repositories">
      <PageHead title="Your repositories" />
      <AgeBanner age={age} />
      <Columns
        main={
          <Stack gap="large">
            <RepoList {...list} />
          </Stack>
        }
        side={<Reachability quotas={quotas} />}
      />
    </MeLayout>
  )
}

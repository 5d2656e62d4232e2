import { setCacheHeaders } from '@repo/cache-headers'
import type { Owner, OwnerSort, Page, RepoSummary } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { parsePage, parseSort } from '#components/list-query.ts'
import { type Age, ageOf, PartialBanner } from '#components/panel/age.tsx'
import { PageAge } from '#components/panel/page-age.tsx'
import { ownerPath } from '#components/repo/paths.ts'
import { RepoList } from '#components/repo/repo-list.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { OwnerHeader } from '#features/owner/owner-header.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

const sorts = [
  { sort: 'pushed', label: 'Recently pushed' },
  { sort: 'stars', label: 'Stars' },
  { sort: 'name', label: 'Name' },
] as const satisfies readonly { sort: OwnerSort; label: string }[]

type Props = { owner: Owner; repos: Page<RepoSummary>; sort: OwnerSort; age: Age }
type Params = { owner: string }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, params, query, res }) => {
    const sort = parseSort(query, sorts)
    const [owner, repos] = await Promise.all([
      github.getOwner(params.owner),
      github.listOwnerRepos(params.owner, { sort, page: parsePage(query) }),
    ])

    setCacheHeaders(res, publicPage)
    const { partial } = repos
    const age = ageOf({ ...(repos.stale ? repos : owner), ...(partial && { partial }) })
    return { props: { owner: owner.data, repos: repos.data, sort, age } satisfies Props }
  })) satisfies GetServerSideProps<Props, Params>

export default function OwnerPage({
  owner,
  repos,
  sort,
  age,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Stack gap="large">
      <PageHead
        title={owner.login}
        description={owner.bio ?? undefined}
        path={ownerPath(owner.login)}
      />
      <OwnerHeader owner={owner} />
      <PageAge age={age}>
        <PartialBanner {...age} />
        <RepoList path={ownerPath(owner.login)} sorts={sorts} sort={sort} repos={repos} />
      </PageAge>
    </Stack>
  )
}

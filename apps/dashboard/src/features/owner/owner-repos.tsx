import type { OwnerSort, Page, RepoSummary } from '@repo/github'
import { Pager } from '@repo/ui/pager'
import { withSearch } from '#features/list/list-query.ts'
import { SortTabs } from '#features/list/sort-tabs.tsx'
import { ownerPath } from '#features/repo/paths.ts'
import { RepoCards } from '#features/repo/repo-card.tsx'

type OwnerReposProps = { login: string; repos: Page<RepoSummary>; sort: OwnerSort }

/** The orders of an owner's repositories; the first is what an address without one means. */
export const ownerSorts = ['pushed', 'stars', 'name'] as const satisfies readonly OwnerSort[]

const labels = { pushed: 'Last push', stars: 'Stars', name: 'Name' }

/** One page of an owner's repositories. */
export function OwnerRepos({ login, repos, sort }: OwnerReposProps) {
  const href = (to: OwnerSort, page: number) =>
    withSearch(ownerPath(login), {
      sort: to === ownerSorts[0] ? undefined : to,
      page: page === 1 ? undefined : page,
    })

  return (
    <>
      <SortTabs
        sorts={ownerSorts.map((name) => ({ sort: name, label: labels[name] }))}
        current={sort}
        href={(to) => href(to, 1)}
      />
      {repos.items.length === 0 ? <p>No repositories on this page.</p> : null}
      <RepoCards repos={repos.items} />
      <Pager
        label="Pages of repositories"
        page={repos.page}
        lastPage={repos.lastPage ?? undefined}
        hasNext={repos.hasNext}
        href={(page) => href(sort, page)}
      />
    </>
  )
}

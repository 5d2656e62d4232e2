import type { Page, RepoSummary, ViewerRepo } from '@repo/github'
import { Pager } from '@repo/ui/pager'
import { Tabs } from '@repo/ui/tabs'
import { withSearch } from '#components/list-query.ts'
import { RepoCards } from './repo-card.tsx'

type RepoListProps<Sort extends string> = {
  /** The address without a search. */
  path: string
  /** What else the address says. */
  search?: Record<string, string | undefined>
  /** The orders by name; the first is what an address without one means. */
  sorts: readonly { sort: Sort; label: string }[]
  sort: Sort
  repos: Page<RepoSummary | ViewerRepo>
  /** The address to which a repository leads. */
  pathOf?: ((fullName: string) => string) | undefined
}

/** One page of a list of repositories, with its orders and its other pages. */
export function RepoList<Sort extends string>({
  path,
  search,
  sorts,
  sort,
  repos,
  pathOf,
}: RepoListProps<Sort>) {
  const href = (to: Sort, page: number) =>
    withSearch(path, {
      ...search,
      sort: to === sorts[0]?.sort ? undefined : to,
      page: page === 1 ? undefined : page,
    })

  return (
    <>
      <Tabs
        label="Sort"
        tabs={sorts.map((order) => ({
          href: href(order.sort, 1),
          label: order.label,
          current: order.sort === sort,
        }))}
      />
      {repos.items.length === 0 && <p>There are no repositories on this page.</p>}
      <RepoCards repos={repos.items} pathOf={pathOf} />
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

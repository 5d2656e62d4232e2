import type { Page, RepoSummary, ViewerRepo } from '@repo/github'
import { Pager } from '@repo/ui/pager'
import { Tabs } from '@repo/ui/tabs'
import type { ReactNode } from 'react'
import { addSearchParams } from '#components/list-query.ts'
import { RepoCards } from './repo-card.tsx'

type RepoListProps<Sort extends string> = {
  /** The path without search parameters. */
  path: string
  /** Other search parameters. */
  search?: Record<string, string | undefined>
  /** The sort orders; the first is the default. */
  sorts: readonly { sort: Sort; label: string }[]
  sort: Sort
  repos: Page<RepoSummary | ViewerRepo>
  /** Adds the fragment of the list, if the list is not at the top of the page. */
  toListPath?: (path: string) => string
  /** Why the list is empty, if that is known. */
  emptyText?: ReactNode
}

/** One page of a list of repositories, with its sort links and its pager; a `ListSummary` precedes it. */
export function RepoList<Sort extends string>({
  path,
  search,
  sorts,
  sort,
  repos,
  toListPath = (listPath) => listPath,
  emptyText,
}: RepoListProps<Sort>) {
  const href = (to: Sort, page: number) =>
    toListPath(
      addSearchParams(path, {
        ...search,
        sort: to === sorts[0]?.sort ? undefined : to,
        page: page === 1 ? undefined : page,
      }),
    )

  return (
    <>
      <Tabs
        label="Sort"
        keepsScroll
        tabs={sorts.map((order) => ({
          href: href(order.sort, 1),
          label: order.label,
          current: order.sort === sort,
        }))}
      />
      {repos.items.length === 0 && <p>{emptyText || 'No repositories found.'}</p>}
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

import type { SearchResults as Results, SearchSort } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import { Count } from '@repo/ui/count'
import { Pager } from '@repo/ui/pager'
import { withSearch } from '#features/list/list-query.ts'
import { SortTabs } from '#features/list/sort-tabs.tsx'
import { RepoCards } from '#features/repo/repo-card.tsx'

type SearchResultsProps = { q: string; sort: SearchSort; results: Results }

/** The orders of search results; the first is what an address without one means. */
export const searchSorts = [
  'best-match',
  'stars',
  'updated',
] as const satisfies readonly SearchSort[]

const labels = { 'best-match': 'Best match', stars: 'Stars', updated: 'Last update' }

/** One page of what a search found. */
export function SearchResults({ q, sort, results }: SearchResultsProps) {
  const href = (to: SearchSort, page: number) =>
    withSearch('/search', {
      q,
      sort: to === searchSorts[0] ? undefined : to,
      page: page === 1 ? undefined : page,
    })

  return (
    <>
      <p>
        <Count value={results.total} /> {results.total === 1 ? 'repository' : 'repositories'} found
      </p>
      {results.incomplete && (
        <Banner tone="warning" title="These results are incomplete">
          GitHub ran out of time: there may be more than are listed.
        </Banner>
      )}
      <SortTabs
        sorts={searchSorts.map((name) => ({ sort: name, label: labels[name] }))}
        current={sort}
        href={(to) => href(to, 1)}
      />
      <RepoCards repos={results.items} />
      <Pager
        label="Pages of results"
        page={results.page}
        lastPage={results.lastPage ?? undefined}
        hasNext={results.hasNext}
        href={(page) => href(sort, page)}
      />
    </>
  )
}

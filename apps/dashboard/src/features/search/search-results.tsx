import type { Panel, SearchResults as Results, Snapshot } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Suspense } from 'react'
import { ListSummary } from '#components/list/list-place.tsx'
import { loadOnDemand } from '#components/load-on-demand.ts'
import { PartialBanner } from '#components/panel/age.tsx'
import { PageAge } from '#components/panel/page-age.tsx'
import { RepoList } from '#components/repo/repo-list.tsx'
import type { NoResultsProps } from './no-results.tsx'
import { type SearchRequest, searchSorts } from './search-request.ts'

const FoundOwners = loadOnDemand(async () => (await import('./found-owners.tsx')).FoundOwners)
const NoResults = loadOnDemand(async () => (await import('./no-results.tsx')).NoResults)

/** The most results that GitHub's search returns. */
const MAX_RESULTS = 1000

type SearchResultsProps = {
  search: SearchRequest
  /** The parameters of the search's URL, without its order and page. */
  params: Record<string, string | undefined>
  results: Snapshot<Results>
  owners: Panel<string[]> | null
  /** Null if there are results. */
  noResults: NoResultsProps | null
}

/** One page of search results. */
export function SearchResults({ search, params, results, owners, noResults }: SearchResultsProps) {
  const { total } = results.data
  return (
    <PageAge age={results}>
      <ListSummary>
        {total === null ? (
          <span>Results</span>
        ) : (
          <>
            <Count value={total} />
            <span>{total === 1 ? ' result' : ' results'}</span>
            {total > MAX_RESULTS && <span> (GitHub returns the first 1,000)</span>}
          </>
        )}
      </ListSummary>
      <PartialBanner {...results} />
      <Suspense>{owners && <FoundOwners owners={owners} />}</Suspense>
      {noResults ? (
        <Suspense>
          <NoResults {...noResults} />
        </Suspense>
      ) : (
        <RepoList
          path="/search"
          search={params}
          sorts={searchSorts}
          sort={search.sort}
          repos={results.data}
        />
      )}
    </PageAge>
  )
}

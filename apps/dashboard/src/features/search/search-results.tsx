import type { Dated, SearchResults as Results, SearchSort } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import { Count } from '@repo/ui/count'
import { AgeBanner } from '#features/age/age.tsx'
import { RepoList } from '#features/list/repo-list.tsx'
import { searchSorts } from './search-sorts.ts'

type SearchResultsProps = { q: string; sort: SearchSort; results: Dated<Results> }

/** One page of what a search found. */
export function SearchResults({ q, sort, results }: SearchResultsProps) {
  const { total } = results.data
  return (
    <>
      <AgeBanner age={results} />
      <p>
        <Count value={total} /> {total === 1 ? 'repository' : 'repositories'} found
      </p>
      {results.partial && (
        <Banner tone="warning" title="These results are incomplete">
          GitHub ran out of time: there may be more than are listed.
        </Banner>
      )}
      <RepoList
        path="/search"
        search={{ q }}
        sorts={searchSorts}
        sort={sort}
        repos={results.data}
      />
    </>
  )
}

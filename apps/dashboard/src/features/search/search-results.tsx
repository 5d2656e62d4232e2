import type { SearchResults as Results, Snapshot } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import { Count } from '@repo/ui/count'
import { AgeBanner } from '#components/panel/age.tsx'
import { RepoList } from '#components/repo/repo-list.tsx'
import type { SearchRequest } from './search-request.ts'
import { searchSorts } from './search-sorts.ts'

/** GitHub's search shows no more than these. */
const mostShown = 1000

type SearchResultsProps = { search: SearchRequest; results: Snapshot<Results> }

/** One page of what a search found. */
export function SearchResults({ search, results }: SearchResultsProps) {
  const { q, filters, sort } = search
  const { total } = results.data
  return (
    <>
      <AgeBanner age={results} />
      <p>
        <Count value={total} /> {total === 1 ? 'repository' : 'repositories'} found
        {total > mostShown && (
          <>
            ; GitHub shows the first <Count value={mostShown} />
          </>
        )}
      </p>
      {results.partial && (
        <Banner tone="warning" title="These results are incomplete">
          GitHub ran out of time: there may be more than are listed.
        </Banner>
      )}
      <RepoList
        path="/search"
        search={{ q: q || undefined, ...filters }}
        sorts={searchSorts}
        sort={sort}
        repos={results.data}
      />
    </>
  )
}

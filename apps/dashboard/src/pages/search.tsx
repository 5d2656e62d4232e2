import { setCacheHeaders } from '@repo/cache-headers'
import {
  MAX_QUERY_LENGTH,
  MAX_SEARCH_PAGE,
  type Panel,
  type SearchResults as Results,
  type Snapshot,
} from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { addSearchParams, formatListTitle, parsePage } from '#components/list-query.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { QuotaStrip } from '#features/quota/quota-strip.tsx'
import { ActiveFilters } from '#features/search/active-filters.tsx'
import { explainNoResults } from '#features/search/explain-no-results.server.ts'
import { languages } from '#features/search/languages.server.ts'
import { listFilters } from '#features/search/list-filters.server.ts'
import { namedPath } from '#features/search/named-path.server.ts'
import type { NoResultsProps } from '#features/search/no-results.tsx'
import { readOwners } from '#features/search/read-owners.server.ts'
import { SearchForm } from '#features/search/search-form.tsx'
import { SearchPrompt } from '#features/search/search-prompt.tsx'
import { parseSearchRequest, type SearchRequest } from '#features/search/search-request.ts'
import { SearchResults } from '#features/search/search-results.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = {
  search: SearchRequest
  results: Snapshot<Results> | null
  owners: Panel<string[]> | null
  noResults: NoResultsProps | null
  languages: string[]
  filters: [label: string, path: string][]
  maxLength: number
}

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, panel, query, res }) => {
    const search = parseSearchRequest(query)
    const destination = namedPath(search)
    if (destination) return { redirect: { destination, permanent: false } }

    const { githubQuery: q, sort } = search
    // GitHub rejects an empty query and a long one.
    const isSearchable = q !== '' && q.length <= MAX_QUERY_LENGTH
    const page = parsePage(query, MAX_SEARCH_PAGE)
    const [results, owners] = isSearchable
      ? await Promise.all([
          github.searchRepos({ q, sort, page }),
          readOwners({ github, panel }, search, page),
        ])
      : [null, null]

    setCacheHeaders(res, publicPage)
    return {
      props: {
        search,
        results,
        owners,
        noResults: results?.data.total === 0 ? explainNoResults(search) : null,
        languages,
        filters: listFilters(search),
        maxLength: MAX_QUERY_LENGTH,
      } satisfies Props,
    }
  })) satisfies GetServerSideProps<Props>

export default function SearchPage({
  search,
  results,
  owners,
  noResults,
  languages,
  filters,
  maxLength,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { q, type, githubQuery } = search
  const params = { q: q || undefined, ...search.filters, type }
  return (
    <Stack>
      <PageHead
        title={formatListTitle(q ? `Search: ${q}` : 'Search', results?.data.page)}
        path={addSearchParams('/search', params)}
      />
      <h1>{results && q ? `Results for “${q}”` : 'Search'}</h1>
      <SearchForm search={search} languages={languages} />
      <ActiveFilters filters={filters} />
      {results ? (
        <SearchResults
          search={search}
          params={params}
          results={results}
          owners={owners}
          noResults={noResults}
        />
      ) : (
        <SearchPrompt githubQuery={githubQuery} maxLength={maxLength} />
      )}
      <QuotaStrip />
    </Stack>
  )
}

import { setCacheHeaders } from '@repo/cache-headers'
import {
  type Dated,
  lastSearchPage,
  longestQuery,
  type SearchResults as Results,
  type SearchSort,
} from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { PageHead } from '#features/frame/page-head.tsx'
import { pageFrom, single, sortFrom } from '#features/list/list-query.ts'
import { SearchPrompt } from '#features/search/search-prompt.tsx'
import { SearchResults } from '#features/search/search-results.tsx'
import { searchSorts } from '#features/search/search-sorts.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { q: string; sort: SearchSort; results: Dated<Results> | null; longest: number }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, query, res }) => {
    const q = (single(query, 'q') ?? '').trim()
    const sort = sortFrom(query, searchSorts)
    const page = pageFrom(query, lastSearchPage)
    // GitHub refuses an empty query and a long one: they are not worth a question.
    const askable = q !== '' && q.length <= longestQuery
    const results = askable ? await github.searchRepos({ q, sort, page }) : null

    setCacheHeaders(res, { audience: 'everyone', freshFor: 60, staleFor: 600 })
    return { props: { q, sort, results, longest: longestQuery } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function SearchPage({
  q,
  sort,
  results,
  longest,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <Stack>
      <PageHead title={q ? `Search: ${q}` : 'Search'} />
      <h1>{results ? <>Results for &ldquo;{q}&rdquo;</> : 'Search'}</h1>
      {results ? (
        <SearchResults q={q} sort={sort} results={results} />
      ) : (
        <SearchPrompt q={q} longest={longest} />
      )}
    </Stack>
  )
}

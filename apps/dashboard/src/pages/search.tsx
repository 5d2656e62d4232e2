import { setCacheHeaders } from '@repo/cache-headers'
import { MAX_QUERY_LENGTH, type SearchResults as Results, type Snapshot } from '@repo/github'
import type { NodePage } from '@repo/page-runtime'
import { Stack } from '@repo/ui/columns'
import type { GetServerSideProps, InferGetServerSidePropsType } from 'next'
import { withSearch } from '#components/list-query.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { QuotaStrip } from '#features/quota/quota-strip.tsx'
import { SearchFilterForm } from '#features/search/search-filter-form.tsx'
import { SearchPrompt } from '#features/search/search-prompt.tsx'
import { type SearchRequest, searchFrom } from '#features/search/search-request.ts'
import { SearchResults } from '#features/search/search-results.tsx'
import { publicPage } from '#server/cache-policies.ts'
import { servePage } from '#server/serve-page.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

type Props = { search: SearchRequest; results: Snapshot<Results> | null; longest: number }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, query, res }) => {
    const { search, page } = searchFrom(query)
    const { asked, sort } = search
    // GitHub refuses an empty query and a long one: they are not worth a question.
    const askable = asked !== '' && asked.length <= MAX_QUERY_LENGTH
    const results = askable ? await github.searchRepos({ q: asked, sort, page }) : null

    setCacheHeaders(res, publicPage)
    return { props: { search, results, longest: MAX_QUERY_LENGTH } satisfies Props }
  })) satisfies GetServerSideProps<Props>

export default function SearchPage({
  search,
  results,
  longest,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const { q, filters, asked } = search
  return (
    <Stack>
      <PageHead
        title={q ? `Search: ${q}` : 'Search'}
        path={withSearch('/search', { q: q || undefined, ...filters })}
      />
      <h1>{results && q ? <>Results for &ldquo;{q}&rdquo;</> : 'Search'}</h1>
      <SearchFilterForm search={search} />
      {results ? (
        <SearchResults search={search} results={results} />
      ) : (
        <SearchPrompt asked={asked} longest={longest} />
      )}
      <QuotaStrip />
    </Stack>
  )
}

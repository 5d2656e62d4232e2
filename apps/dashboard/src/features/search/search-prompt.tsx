import { lazy, Suspense } from 'react'

// Loaded only after a long query. The server's HTML has it in place: React moves only boundaries of
// more than 500 bytes.
const QueryTooLong = lazy(() =>
  import('./query-too-long.tsx').then((module) => ({ default: module.QueryTooLong })),
)

type SearchPromptProps = {
  /** The query with its filters. */
  githubQuery: string
  /** The maximum length of a query, in characters. */
  maxLength: number
}

/** Shown in place of results: an example for an empty search, or the limit for a long one. */
export function SearchPrompt({ githubQuery, maxLength }: SearchPromptProps) {
  if (githubQuery.length > maxLength) {
    return (
      <Suspense>
        <QueryTooLong length={githubQuery.length} maxLength={maxLength} />
      </Suspense>
    )
  }
  return (
    <p>
      Enter a name, or use GitHub search syntax, for example{' '}
      <code>language:typescript stars:&gt;100</code>.
    </p>
  )
}

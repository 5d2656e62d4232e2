import { Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'

const QueryTooLong = loadOnDemand(async () => (await import('./query-too-long.tsx')).QueryTooLong)

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

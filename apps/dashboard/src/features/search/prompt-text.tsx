import { Banner } from '@repo/ui/banner'

export type PromptTextProps = {
  /** The query with its filters. */
  githubQuery: string
  /** The maximum length of a query, in characters. */
  maxLength: number
}

/** An example for an empty search, or the limit for one that is too long. */
export function PromptText({ githubQuery, maxLength }: PromptTextProps) {
  if (githubQuery.length > maxLength) {
    return (
      <Banner tone="warning" title="This search is too long">
        Your search has {githubQuery.length} characters; the limit is {maxLength}.
      </Banner>
    )
  }
  return (
    <p>
      Enter a name, or use GitHub search syntax, for example{' '}
      <code>language:typescript stars:&gt;100</code>.
    </p>
  )
}

import { Banner } from '@repo/ui/banner'

type SearchPromptProps = {
  /** The query with its filters. */
  asked: string
  /** Characters that a search takes at most. */
  longest: number
}

/** Says why there are no results: nothing was asked, or too much. */
export function SearchPrompt({ asked, longest }: SearchPromptProps) {
  if (asked.length > longest) {
    return (
      <Banner tone="warning" title="This search is too long">
        A search takes at most {longest} characters, and these are {asked.length}.
      </Banner>
    )
  }
  return (
    <p>
      Write a name into the search box above, or a query in GitHub&rsquo;s syntax, such as{' '}
      <code>language:typescript stars:&gt;100</code>.
    </p>
  )
}

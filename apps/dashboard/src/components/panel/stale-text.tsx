import { Timestamp } from '@repo/ui/timestamp'

/** The text beside stale data. */
export const staleText = 'Couldn’t load newer data from GitHub.'

/** The text beside a list that lacks items. */
export const partialText =
  'Some results may be missing: GitHub didn’t return them, or this site could not read them.'

export const rateLimitSentence = 'GitHub’s rate limit is reached.'

/** Shows that the rate limit is reached, and when it resets. */
export function RateLimitText({ until }: { until: string }) {
  return (
    <span>
      {rateLimitSentence} Try again after <Timestamp date={until} format="time" />.
    </span>
  )
}

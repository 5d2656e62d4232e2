import type { Snapshot } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import { Timestamp } from '@repo/ui/timestamp'
import { partialText, RateLimitText, staleText } from './unavailable-text.tsx'

/** When GitHub last confirmed what a page shows, and whether it may be out of date or incomplete. */
export type Age = Omit<Snapshot<never>, 'data'>

/** Returns the age of a snapshot without its data. */
export function ageOf({ asOf, stale, until, partial }: Snapshot<unknown>): Age {
  return {
    asOf,
    ...(stale && { stale }),
    ...(partial && { partial }),
    ...(until !== undefined && { until }),
  }
}

/** Warns that a list lacks items; nothing if it is complete. */
export function PartialBanner({ partial }: Pick<Age, 'partial'>) {
  return (
    partial && (
      <Banner tone="warning" title="These results are incomplete">
        {partialText}
      </Banner>
    )
  )
}

/** Warns that a page shows the last known data; nothing while GitHub responds. */
export function AgeBanner({ age: { asOf, stale, until } }: { age: Age }) {
  if (stale !== 'upstream-error') return null
  const title = (
    <>
      As of <Timestamp date={asOf} format="datetime" />
    </>
  )
  return (
    <Banner tone="warning" title={title}>
      {until ? <RateLimitText until={until} /> : staleText}
    </Banner>
  )
}

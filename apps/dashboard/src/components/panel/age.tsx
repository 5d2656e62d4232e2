import type { Snapshot } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import { Timestamp } from '@repo/ui/timestamp'

/** When GitHub last confirmed what a page shows, and whether there may be something newer. */
export type Age = Omit<Snapshot<never>, 'data'>

/** Takes the age of an answer apart from its data. */
export function ageOf({ asOf, stale, until }: Snapshot<unknown>): Age {
  return { asOf, ...(stale && { stale }), ...(until !== undefined && { until }) }
}

/** Says that a page shows the last good answer; nothing while GitHub answers. */
export function AgeBanner({ age: { asOf, stale, until } }: { age: Age }) {
  if (stale !== 'upstream-error') return null
  return (
    <Banner
      tone="warning"
      title={
        <>
          As of <Timestamp date={asOf} format="datetime" />
        </>
      }
    >
      {until ? (
        <>
          GitHub asks us to wait. It goes on at <Timestamp date={until} format="time" />.
        </>
      ) : (
        'GitHub is not answering. This is the last good answer.'
      )}
    </Banner>
  )
}

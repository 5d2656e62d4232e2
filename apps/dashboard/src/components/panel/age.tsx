import type { Dated } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import { Moment } from '@repo/ui/moment'

/** When GitHub last confirmed what a page shows, and whether there may be something newer. */
export type Age = Omit<Dated<never>, 'data'>

/** Takes the age of an answer apart from its data. */
export function ageOf({ asOf, stale, until }: Dated<unknown>): Age {
  return { asOf, ...(stale && { stale }), ...(until !== undefined && { until }) }
}

/** Says that a page shows the last good answer; nothing while GitHub answers. */
export function AgeBanner({ age: { asOf, stale, until } }: { age: Age }) {
  if (stale !== 'failing') return null
  return (
    <Banner
      tone="warning"
      title={
        <>
          As of <Moment date={asOf} style="date and time" />
        </>
      }
    >
      {until ? (
        <>
          GitHub asks us to wait. It goes on at <Moment date={until} style="time" />.
        </>
      ) : (
        'GitHub is not answering. This is the last good answer.'
      )}
    </Banner>
  )
}

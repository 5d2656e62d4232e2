import type { Snapshot } from '@repo/github'
import { lazy, Suspense } from 'react'

/** When GitHub last confirmed what a page shows, and whether it may be out of date or incomplete. */
export type Age = Omit<Snapshot<never>, 'data'>

/** Returns the age of a snapshot without its data. */
export function ageOf({ asOf, stale, until, partial, ssoOrganizations }: Snapshot<unknown>): Age {
  return {
    asOf,
    ...(stale && { stale }),
    ...(partial && { partial }),
    ...(ssoOrganizations && { ssoOrganizations }),
    ...(until !== undefined && { until }),
  }
}

// Loaded only by pages with a banner. The server's HTML has it in place: React moves only boundaries
// of more than 500 bytes.
const loadBanners = () => import('./age-banners.tsx')
const StaleBanner = lazy(async () => ({ default: (await loadBanners()).StaleBanner }))
const IncompleteBanner = lazy(async () => ({ default: (await loadBanners()).IncompleteBanner }))

/** Warns that a list lacks items; nothing if it is complete, or if `SsoBanner` says what is missing. */
export function PartialBanner({
  partial,
  ssoOrganizations,
}: Pick<Age, 'partial' | 'ssoOrganizations'>) {
  return (
    partial &&
    !ssoOrganizations && (
      <Suspense>
        <IncompleteBanner />
      </Suspense>
    )
  )
}

/** Warns that a page shows the last known data; nothing while GitHub responds. */
export function AgeBanner({ age: { asOf, stale, until } }: { age: Age }) {
  return (
    stale === 'upstream-error' && (
      <Suspense>
        <StaleBanner asOf={asOf} until={until} />
      </Suspense>
    )
  )
}

import type { Snapshot } from '@repo/github'
import { Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'

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

const loadBanners = () => import('./age-banners.tsx')
const StaleBanner = loadOnDemand(async () => (await loadBanners()).StaleBanner)
const IncompleteBanner = loadOnDemand(async () => (await loadBanners()).IncompleteBanner)

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
export function AgeBanner({ age: { stale, until } }: { age: Age }) {
  return (
    stale === 'upstream-error' && (
      <Suspense>
        <StaleBanner until={until} />
      </Suspense>
    )
  )
}

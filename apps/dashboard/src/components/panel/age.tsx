import type { Snapshot } from '@repo/github'
import { Banner } from '@repo/ui/banner'
import { Timestamp } from '@repo/ui/timestamp'
import { partialText, RateLimitText, staleText } from './stale-text.tsx'

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

const incompleteTitle = 'These results are incomplete'

/** Warns that a list lacks items; nothing if it is complete, or if `SsoBanner` says what is missing. */
export function PartialBanner({
  partial,
  ssoOrganizations,
}: Pick<Age, 'partial' | 'ssoOrganizations'>) {
  return (
    partial &&
    !ssoOrganizations && (
      <Banner tone="warning" title={incompleteTitle}>
        {partialText}
      </Banner>
    )
  )
}

type SsoBannerProps = {
  /** The IDs of the organizations that the list leaves out; undefined if it is complete. */
  organizations: readonly string[] | undefined
  /** Where the viewer authorizes their token. */
  url: string
}

/** Warns that a viewer's list leaves out organizations that require single sign-on. */
export function SsoBanner({ organizations, url }: SsoBannerProps) {
  if (!organizations) return null
  return (
    <Banner tone="warning" title={incompleteTitle}>
      They leave out {countOrganizations(organizations.length)} single sign-on.{' '}
      <a href={url}>Authorize this token at GitHub</a>.
    </Banner>
  )
}

function countOrganizations(count: number): string {
  if (count === 0) return 'organizations that require'
  return count === 1 ? '1 organization that requires' : `${count} organizations that require`
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

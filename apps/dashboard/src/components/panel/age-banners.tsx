import { Banner } from '@repo/ui/banner'
import { partialText, RateLimitText, staleText } from './stale-text.tsx'

const incompleteTitle = 'These results are incomplete'

/** Says that a list lacks items. */
export function IncompleteBanner() {
  return (
    <Banner tone="warning" title={incompleteTitle}>
      {partialText}
    </Banner>
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

/** Says that a page shows the last known data; `until` is when GitHub's rate limit resets, if it is why. */
export function StaleBanner({ until }: { until: string | undefined }) {
  return (
    <Banner tone="warning" title="Showing the last known data">
      {until === undefined ? staleText : <RateLimitText until={until} />}
    </Banner>
  )
}

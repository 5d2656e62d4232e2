import { parseCacheControl } from '@repo/cache-headers'
import type { RequestTrace, TracedCall } from './request-trace.ts'

/** Describes by how much the lifetime of a page was shortened in shared caches, and by which calls. */
export function describeShortening({
  pagePolicy = '',
  cacheControl = '',
  calls,
}: Pick<RequestTrace, 'pagePolicy' | 'cacheControl' | 'calls'>): string {
  const reasons = calls.flatMap(describeReason)
  const reason = reasons.length > 0 ? reasons.join(', ') : 'some data is stale or missing'
  return `${lifetimeOf(cacheControl)} instead of ${lifetimeOf(pagePolicy)}: ${reason}.`
}

function lifetimeOf(cacheControl: string): string {
  return `${parseCacheControl(cacheControl)['s-maxage'] ?? 0} s`
}

// With any other result, a retry would not change the page.
const reasonTexts: Record<string, string> = {
  stale: 'is stale',
  computing: 'is still being computed',
  malformed: 'has no valid data',
  overloaded: 'waited too long',
  'rate-limited': 'is rate-limited',
  'too-large': 'is too large',
  unreachable: 'failed',
  unsearchable: 'cannot be searched',
}

function describeReason({ path, result }: TracedCall): string[] {
  const text = reasonTexts[result]
  return text ? [`${path} ${text}`] : []
}

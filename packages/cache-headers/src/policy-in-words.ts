import { parseCacheControl } from './cache-control.ts'
import { duration } from './duration.ts'
import { sharedLifetime } from './stricter.ts'

/** Says in a few plain words what a `Cache-Control` value lets shared caches do. */
export function describePolicy(cacheControl: string): string {
  const control = parseCacheControl(cacheControl)
  if (!control.public || control['no-store'] || control['no-cache']) return 'kept by nobody'

  const words = [`public: fresh ${duration(sharedLifetime(control) ?? 0)}`]
  const stale = control['stale-while-revalidate'] ?? 0
  if (stale > 0) words.push(`then stale for ${duration(stale)} while it is renewed`)
  return words.join(', ')
}

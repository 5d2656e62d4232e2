export { type CacheControl, formatCacheControl, parseCacheControl } from './lib/cache-control.ts'
export {
  type CacheHeaders,
  type CachePolicy,
  cacheHeaders,
  cdnHeaders,
  type HeaderSink,
  setCacheHeaders,
} from './lib/cache-headers.ts'
export { formatCacheTags, setCacheTags, type TagField, tagFields } from './lib/cache-tags.ts'
export { type CacheName, findAmbiguousField } from './lib/caches.ts'
export { describePolicy, type Explanation, explain, type Span } from './lib/explain.ts'
export { remainingFreshSeconds } from './lib/freshness.ts'
export { type HeaderRule, headerRules } from './lib/header-rules.ts'
export type { HeaderValues } from './lib/header-values.ts'
export { type Exchange, mayStore } from './lib/may-store.ts'
export { mostRestrictive } from './lib/most-restrictive.ts'
export {
  type CacheEvent,
  type SimulatedResponse,
  type Simulation,
  simulate,
} from './lib/simulate.ts'
export { parseTargetedField } from './lib/targeted-field.ts'

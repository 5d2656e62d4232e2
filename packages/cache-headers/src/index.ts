export { type CacheControl, formatCacheControl, parseCacheControl } from './cache-control.ts'
export {
  type CacheHeaders,
  type CachePolicy,
  cacheHeaders,
  cdnHeaders,
  type HeaderSink,
  setCacheHeaders,
} from './cache-headers.ts'
export { type Explanation, explain, type Span } from './explain.ts'
export { remainingFreshSeconds } from './freshness.ts'
export type { HeaderValues } from './header-lines.ts'
export { type HeaderRule, headerRules } from './header-rules.ts'
export { type Exchange, mayStore } from './may-store.ts'
export { describePolicy } from './policy-in-words.ts'
export { mostRestrictive } from './stricter.ts'
export { parseTargetedField } from './targeted.ts'

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
export { secondsFresh } from './freshness.ts'
export type { HeaderValues } from './header-lines.ts'
export { type HeaderRule, headerRules } from './header-rules.ts'
export { type Exchange, mayStore } from './may-store.ts'
export { policyInWords } from './policy-in-words.ts'
export { stricter } from './stricter.ts'
export { parseTargeted } from './targeted.ts'

export {
  type CacheHeaders,
  type CachePolicy,
  cacheHeaders,
  cdnHeaders,
  type HeaderSink,
  setCacheHeaders,
} from './cache-headers.ts'
export { policyInWords } from './policy-in-words.ts'

import type { CachePolicy } from '@repo/cache-headers'

/** A public page: fresh in shared caches for a minute, then stale for ten while they revalidate. */
export const publicPage = {
  scope: 'public',
  sMaxAge: 60,
  staleWhileRevalidate: 600,
} as const satisfies CachePolicy

/** A page with stale data or an unavailable panel: cached briefly, because a retry may succeed. */
export const degradedPage = {
  scope: 'public',
  sMaxAge: 5,
  staleWhileRevalidate: 0,
} as const satisfies CachePolicy

/** The longest lifetime of a page that shows GitHub's data in a cache that webhooks cannot purge. */
export const pageWithoutPurge = {
  scope: 'public',
  sMaxAge: 5,
  staleWhileRevalidate: 0,
} as const satisfies CachePolicy

/** GitHub's "not found": the repository may be created or made public at any time. */
export const notFoundPage = {
  scope: 'public',
  sMaxAge: 30,
  staleWhileRevalidate: 0,
} as const satisfies CachePolicy

/** A badge, a chart file or a social card: other sites show it often, and it changes slowly. */
export const freshImage = {
  scope: 'public',
  sMaxAge: 300,
  staleWhileRevalidate: 3600,
} as const satisfies CachePolicy

/** The same with stale data, or with an error that a retry does not fix at once. */
export const shortLivedImage = {
  scope: 'public',
  sMaxAge: 30,
  staleWhileRevalidate: 0,
} as const satisfies CachePolicy

/** Files for crawlers, which change only with a deployment. */
export const crawlerFile = {
  scope: 'public',
  sMaxAge: 3600,
  staleWhileRevalidate: 86_400,
} as const satisfies CachePolicy

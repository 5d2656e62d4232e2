import { z } from 'zod'
import { errorRules, GitHubError, isGitHubErrorKind } from '../http/github-error.ts'
import type { Store } from './stores.ts'

/** Lifetimes in seconds, from when GitHub last confirmed the entry (RFC 9111 §5.2, RFC 5861). */
export type CacheTtl = {
  /** Fresh: served without a request. */
  maxAge: number
  /** After that, served as stale while it is revalidated. */
  staleWhileRevalidate: number
  /** After `maxAge`, served as stale when GitHub fails. */
  staleIfError: number
}

/** A stored response after its schema was applied; `asOf` is when GitHub last confirmed it, in ms. */
export type Entry = z.output<typeof entrySchema>

// RFC 9110 §8.8.3. Anything else cannot be sent in a header.
const ETAG = /^(W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/

// Another version of this program may have written what is in the store.
const entrySchema = z.object({
  data: z.unknown(),
  pages: z.object({
    next: z.int().optional(),
    after: z.string().optional(),
    last: z.int().optional(),
  }),
  asOf: z.number(),
  etag: z.string().regex(ETAG).optional().catch(undefined),
  sample: z.boolean(),
})

const cachedErrorSchema = z.object({
  kind: z
    .string()
    .refine(isGitHubErrorKind)
    .refine((kind) => errorRules(kind).errorTtl > 0),
  status: z.int().optional(),
  path: z.string(),
})

/** Where a response came from. */
export type CacheStatus = 'hit' | 'stale' | 'miss' | 'revalidated' | 'coalesced'

/** What GitHub responded: a new entry, or `not-modified` (304) for the stored one. */
export type Fetched = Omit<Entry, 'asOf'> | 'not-modified'

type Cached = {
  entry: Entry
  cacheStatus: CacheStatus
  /** If stale: whether a newer response is on its way, or GitHub has failed to give one. */
  staleReason?: 'revalidating' | 'upstream-error'
}

export type Lookup = {
  key: string
  ttl: CacheTtl
  store: Store
  /** Milliseconds since 1970 after which the caller stops waiting. */
  deadline: number
  path: string
  /** Requests the resource, conditionally if there is an entity tag. */
  fetchEntry: (etag: string | undefined) => Promise<Fetched>
}

// Enough for what is read while GitHub is down, and a bound for the memory.
const MAX_FAILING_KEYS = 1000

/** Creates a cache that revalidates its entries and coalesces requests for the same key. */
export function createCache(now: () => number) {
  const inFlight = new Map<string, Promise<Cached>>()
  // Keys that are served stale after their revalidation failed.
  const failing = new Set<string>()

  async function lookup(options: Lookup): Promise<Cached> {
    const { key, ttl, store, deadline, path } = options
    const { data: stored } = entrySchema.safeParse(await store.get(key))
    if (stored && isWithin(ttl.maxAge, stored)) return { entry: stored, cacheStatus: 'hit' }

    const running = inFlight.get(key)
    const refreshed = running ?? startRefresh(options, stored)
    if (stored && isWithin(ttl.maxAge + ttl.staleWhileRevalidate, stored)) {
      return stale(stored, failing.has(key) ? 'upstream-error' : 'revalidating')
    }
    try {
      const cached = await withDeadline(refreshed, deadline, path)
      return running ? { ...cached, cacheStatus: 'coalesced' } : cached
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      const { lastKnownData, staleReason } = errorRules(error.kind)
      const isUsable = stored && isWithin(ttl.maxAge + ttl.staleIfError, stored)
      if (lastKnownData !== 'serve' || !isUsable) throw error
      return stale(stored, staleReason)
    }
  }

  // Continues when nobody waits any more, and fills the store for the next lookup.
  function startRefresh(options: Lookup, stored: Entry | undefined): Promise<Cached> {
    const { key } = options
    const refreshed = refresh(options, stored).finally(() => inFlight.delete(key))
    inFlight.set(key, refreshed)
    refreshed.then(
      () => failing.delete(key),
      (error) => (isUpstreamError(error) ? addFailing(key) : failing.delete(key)),
    )
    return refreshed
  }

  async function refresh(options: Lookup, stored: Entry | undefined): Promise<Cached> {
    const { key, ttl, store, path, fetchEntry } = options
    const { data: cachedError } = cachedErrorSchema.safeParse(await store.get(errorKey(key)))
    if (cachedError) throw new GitHubError(cachedError.kind, cachedError)
    try {
      const fetched = await fetchEntry(stored?.etag)
      const isUnchanged = fetched === 'not-modified'
      const updated = isUnchanged ? stored : fetched
      if (!updated) throw new GitHubError('malformed', { status: 304, path })
      const entry = { ...updated, asOf: now() }
      await store.set(key, entry, ttl.maxAge + ttl.staleIfError)
      return { entry, cacheStatus: isUnchanged ? 'revalidated' : 'miss' }
    } catch (error) {
      if (error instanceof GitHubError) await cacheError(store, key, error)
      throw error
    }
  }

  function addFailing(key: string): void {
    failing.add(key)
    for (const oldest of failing) {
      if (failing.size <= MAX_FAILING_KEYS) break
      failing.delete(oldest)
    }
  }

  function isWithin(seconds: number, { asOf }: Entry): boolean {
    const age = now() - asOf
    // A negative age means that the clock was set back: the real age is unknown.
    return age >= 0 && age < seconds * 1000
  }

  function withDeadline<T>(promise: Promise<T>, deadline: number, path: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const expire = () =>
        reject(new GitHubError('unreachable', { path, reason: 'no complete response in time' }))
      // A process that is busy at the deadline reads only then what has arrived in time.
      const onDeadline = () => {
        timer = setTimeout(expire, 0)
      }
      let timer = setTimeout(onDeadline, Math.max(deadline - now(), 0))
      promise.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  }

  return { lookup }
}

function stale(entry: Entry, staleReason: 'revalidating' | 'upstream-error'): Cached {
  return { entry, cacheStatus: 'stale', staleReason }
}

function isUpstreamError(error: unknown): boolean {
  return !(error instanceof GitHubError) || errorRules(error.kind).staleReason === 'upstream-error'
}

async function cacheError(store: Store, key: string, error: GitHubError): Promise<void> {
  const { kind, status, path } = error
  const { errorTtl, lastKnownData } = errorRules(kind)
  if (errorTtl > 0) await store.set(errorKey(key), { kind, status, path }, errorTtl)
  if (lastKnownData === 'drop') await store.delete(key)
}

function errorKey(key: string): string {
  return `error ${key}`
}

import { z } from 'zod'
import type { CircuitBreaker } from '../http/circuit-breaker.ts'
import { errorRules, GitHubError } from '../http/github-error.ts'
import { CLOCK_TOLERANCE_MS, cachedError, createFailures, type Failure } from './failures.ts'
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
  // The organizations that a list leaves out.
  ssoOrganizations: z.array(z.string()).optional(),
  // What it is about, such as the repository that it was read for.
  tags: z.array(z.string()).optional(),
})

/** Where a response came from. */
export type CacheStatus = 'hit' | 'stale' | 'miss' | 'revalidated' | 'coalesced'

/** What GitHub responded: a new entry, or that the stored one is unchanged (304). */
export type Fetched = Omit<Entry, 'asOf'> | { isUnchanged: true; tags?: Entry['tags'] }

type Cached = {
  entry: Entry
  cacheStatus: CacheStatus
  /** If stale: whether a newer response is on its way, or GitHub has failed to give one. */
  staleReason?: StaleReason
  /** If stale because of a rate limit: ISO 8601 time before which it is not requested. */
  until?: string | undefined
}

type StaleReason = 'revalidating' | 'upstream-error'

export type Lookup = {
  key: string
  ttl: CacheTtl
  store: Store
  /** Milliseconds since 1970 after which the caller stops waiting. */
  deadline: number
  path: string
  /** Whether what is stored may be served: whether it is still about the same thing. */
  isUsable?: ((entry: Entry) => Promise<boolean>) | undefined
  /** Waits for a request that was started after this mark, whatever is stored. */
  since?: number | undefined
  /** Called if a request is on its way that this lookup did not start. */
  onPending?: (() => void) | undefined
  /** Requests the resource, conditionally if there is an entity tag. */
  fetchEntry: (options: FetchOptions) => Promise<Fetched>
}

export type FetchOptions = {
  etag: string | undefined
  /** Whether the last request for the resource failed. */
  hasFailed: boolean
}

export type CacheOptions = {
  now: () => number
  random: () => number
  circuit: Pick<CircuitBreaker, 'isOpen' | 'admits' | 'hasClosedSince'>
}

/** A request on its way, and how the resource has failed before, if it has. */
type Flight = {
  /** Its place in the order of all flights and marks. */
  mark: number
  startedAt: number
  /** When the caller that started it stops waiting. */
  deadline: number
  lastFailure: Promise<Failure | undefined>
  refreshed: Promise<Cached>
}

/** The requests on their way for a resource, and the mark of the latest one with a stored response. */
type Flights = { count: number; storedMark: number }

/**
 * Creates a cache that revalidates its entries, coalesces requests for the same key, and does not
 * request at once what has failed.
 */
export function createCache({ now, random, circuit }: CacheOptions) {
  const inFlight = new Map<string, Flight>()
  const flightsByKey = new Map<string, Flights>()
  let marks = 0
  const failures = createFailures({ now, random })

  async function lookup(options: Lookup): Promise<Cached> {
    const { key, ttl, store, deadline, path, since } = options
    const { data: stored } = entrySchema.safeParse(await store.get(key))
    const mayServe = stored !== undefined && since === undefined
    const isUsable = async (entry: Entry) => options.isUsable?.(entry) ?? true
    if (mayServe && isWithin(ttl.maxAge, stored)) {
      if (await isUsable(stored)) return { entry: stored, cacheStatus: 'hit' }
      await store.delete(key)
    }

    const running = currentFlight(options)
    if (running) options.onPending?.()
    const flight = running ?? startRefresh(options, stored)
    const hangs = running !== undefined && isHanging(running, deadline)
    const isStale = mayServe && isWithin(ttl.maxAge + ttl.staleWhileRevalidate, stored)
    if (isStale && (await isUsable(stored))) {
      const lastFailure = await flight.lastFailure
      if (lastFailure) return staleAfter(cachedError(lastFailure), stored)
      return stale(stored, hangs || circuit.isOpen() ? 'upstream-error' : 'revalidating')
    }
    try {
      if (hangs) throw noResponseInTime(path)
      const cached = await withDeadline(flight.refreshed, deadline, path)
      return running ? { ...cached, cacheStatus: 'coalesced' } : cached
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      const isLastKnown = mayServe && isWithin(ttl.maxAge + ttl.staleIfError, stored)
      if (errorRules(error.kind).lastKnownData !== 'serve' || !isLastKnown) throw error
      if (!(await isUsable(stored))) throw error
      return staleAfter(error, stored)
    }
  }

  /** The request on its way, unless it hangs since an outage that is over, or is too old. */
  function currentFlight({ key, deadline, since = 0 }: Lookup): Flight | undefined {
    const flight = inFlight.get(key)
    if (!flight || flight.mark < since) return undefined
    const isLost = isHanging(flight, deadline) && circuit.hasClosedSince(flight.startedAt)
    return isLost ? undefined : flight
  }

  /** Whether its first caller has given up, and another one has less time than it took so far. */
  function isHanging(flight: Flight, deadline: number): boolean {
    return now() >= flight.deadline && now() - flight.startedAt >= deadline - now()
  }

  // Continues when nobody waits any more, and fills the store for the next lookup.
  function startRefresh(options: Lookup, stored: Entry | undefined): Flight {
    const { key, store, deadline } = options
    const mark = ++marks
    const flights = flightsByKey.get(key) ?? { count: 0, storedMark: 0 }
    flights.count++
    flightsByKey.set(key, flights)
    const order = {
      isCurrent: () => inFlight.get(key) === flight,
      isOutdated: () => flights.storedMark > mark,
    }
    const lastFailure = failures.read(store, key)
    const refreshed = lastFailure
      .then((failure) => refresh(options, stored, failure, order))
      .then((cached) => {
        flights.storedMark = Math.max(flights.storedMark, mark)
        return cached
      })
      .finally(() => {
        if (order.isCurrent()) inFlight.delete(key)
        if (--flights.count === 0) flightsByKey.delete(key)
      })
    refreshed.catch(() => {})
    const flight = { mark, startedAt: now(), deadline, lastFailure, refreshed }
    inFlight.set(key, flight)
    return flight
  }

  async function refresh(
    { key, ttl, store, path, fetchEntry }: Lookup,
    stored: Entry | undefined,
    lastFailure: Failure | undefined,
    { isCurrent, isOutdated }: { isCurrent: () => boolean; isOutdated: () => boolean },
  ): Promise<Cached> {
    if (lastFailure && mustWait(lastFailure)) throw cachedError(lastFailure)
    try {
      const fetched = await fetchEntry({ etag: stored?.etag, hasFailed: lastFailure !== undefined })
      const isUnchanged = 'isUnchanged' in fetched
      const updated = isUnchanged
        ? stored && { ...stored, tags: fetched.tags ?? stored.tags }
        : fetched
      if (!updated) throw new GitHubError('malformed', { status: 304, path })
      const entry = { ...updated, asOf: now() }
      // The response to a later request is newer.
      if (!isOutdated()) await store.set(key, entry, ttl.maxAge + ttl.staleIfError, entry.tags)
      if (lastFailure) await failures.clear(store, key)
      return { entry, cacheStatus: isUnchanged ? 'revalidated' : 'miss' }
    } catch (error) {
      if (!(error instanceof GitHubError) || error.attempts === 0 || !isCurrent()) throw error
      await failures.record(store, key, error, lastFailure)
      if (errorRules(error.kind).lastKnownData === 'drop') await store.delete(key)
      throw error
    }
  }

  function mustWait(failure: Failure): boolean {
    // What failed with all of GitHub is requested when it is back, or to see whether it is.
    const isOutage = failure.kind === 'unreachable'
    if (isOutage && circuit.hasClosedSince(failure.failedAt)) return false
    if (isOutage && circuit.isOpen() && circuit.admits()) return false
    return failures.isWaiting(failure)
  }

  function staleAfter({ kind, until }: GitHubError, entry: Entry): Cached {
    const isLimited = kind === 'rate-limited' && until !== undefined && Date.parse(until) > now()
    return { ...stale(entry, errorRules(kind).staleReason), ...(isLimited && { until }) }
  }

  function isWithin(seconds: number, { asOf }: Entry): boolean {
    const age = now() - asOf
    // The clock was set back: the real age is unknown.
    if (age < -CLOCK_TOLERANCE_MS) return false
    return Math.max(age, 0) < seconds * 1000
  }

  function withDeadline<T>(promise: Promise<T>, deadline: number, path: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const expire = () => reject(noResponseInTime(path))
      // A process that is busy at the deadline reads only then what has arrived in time.
      const onDeadline = () => {
        timer = setTimeout(expire, 0)
      }
      let timer = setTimeout(onDeadline, Math.max(deadline - now(), 0))
      promise.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  }

  return {
    lookup,
    /** A mark between the requests that were started before and those that will be. */
    mark: () => ++marks,
  }
}

function stale(entry: Entry, staleReason: StaleReason): Cached {
  return { entry, cacheStatus: 'stale', staleReason }
}

// It is no failure yet: the request goes on.
function noResponseInTime(path: string): GitHubError {
  return new GitHubError('unreachable', {
    path,
    attempts: 0,
    reason: 'no complete response in time',
  })
}

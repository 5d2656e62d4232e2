import { z } from 'zod'
import type { CircuitBreaker } from '../http/circuit-breaker.ts'
import { errorRules, GitHubError } from '../http/github-error.ts'
import { tokenGrantSchema } from '../http/token-headers.ts'
import { cachedError, createFailures, type Failure } from './failures.ts'
import { CLOCK_TOLERANCE_MS } from './memory-level.ts'
import type { Parse, Store } from './stores.ts'

/** Lifetimes in seconds, from when GitHub last confirmed the entry (RFC 9111 §5.2, RFC 5861). */
export type CacheTtl = {
  /** Fresh: served without a request. */
  maxAge: number
  /** After that, served as stale while it is revalidated. */
  staleWhileRevalidate: number
  /** After `maxAge`, served as stale when GitHub fails. */
  staleIfError: number
}

/** A validated response; `asOf` is when GitHub last confirmed it, in milliseconds since 1970. */
export type Entry = z.output<typeof entrySchema>

// RFC 9110 §8.8.3. Anything else cannot be sent in a header.
const etagSchema = z
  .string()
  .regex(/^(W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/)
  .optional()
  .catch(undefined)

// Another version of this program may have written the entry.
const entrySchema = z.object({
  data: z.unknown(),
  pages: z.object({
    next: z.int().optional(),
    after: z.string().optional(),
    last: z.int().optional(),
  }),
  asOf: z.number(),
  // When the request for it began: GitHub may have changed since, although `asOf` is later.
  requestedAt: z.number().optional(),
  etag: etagSchema,
  sample: z.boolean(),
  // The organizations that a list leaves out.
  ssoOrganizations: z.array(z.string()).optional(),
  // What GitHub reports about the token of the request.
  token: tokenGrantSchema.optional(),
  // What the entry belongs to, such as the repository that it is about.
  tags: z.array(z.string()).optional(),
})

/** Where a response came from. */
export type CacheStatus = 'hit' | 'stale' | 'miss' | 'revalidated' | 'coalesced'

/** What GitHub responded: a new entry, or that the stored one is unchanged (304). */
export type FetchResult =
  | Omit<Entry, 'asOf' | 'requestedAt'>
  | ({ isUnchanged: true } & Pick<Entry, 'tags' | 'token'>)

type CacheResult = {
  entry: Entry
  cacheStatus: CacheStatus
  /** If stale: whether a newer response is in flight, or GitHub failed to return one. */
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
  /** Parses the data of an entry that another process has stored; undefined if it is invalid. */
  parseData: Parse<unknown>
  /** When what a resource shows has last changed, in milliseconds since 1970; without an entry, too. */
  changedAt?: ((stored: Entry | undefined) => number) | undefined
  /** Whether the stored entry may be served; false if it belongs to another repository. */
  isUsable?: ((entry: Entry) => Promise<boolean>) | undefined
  /** Serves no stored entry, and waits for a request that started after this sequence number. */
  startedAfter?: number | undefined
  /** Starts a request of its own, also while another is in flight. */
  hasOwnRequest?: boolean
  /** Called if a request that this lookup did not start is in flight. */
  onPending?: (() => void) | undefined
  /** Requests the resource, conditionally if there is an entity tag. */
  fetchEntry: (options: FetchOptions) => Promise<FetchResult>
}

export type FetchOptions = {
  etag: string | undefined
  /** Whether the last request for the resource failed. */
  hasFailed: boolean
}

export type CacheOptions = {
  now: () => number
  random: () => number
  circuit: Pick<CircuitBreaker, 'isOpen' | 'canRequest' | 'hasClosedSince'>
}

/** A request in flight, with the last failure of its resource, if any. */
type Flight = {
  /** Its place in the order in which requests of all resources started. */
  sequence: number
  startedAt: number
  /** When the caller that started it stops waiting. */
  deadline: number
  lastFailure: Promise<Failure | undefined>
  result: Promise<CacheResult>
}

/** What a request knows about later ones for the same resource, and when the resource changed. */
type RefreshOrder = {
  isCurrent: () => boolean
  isOutdated: () => boolean
  changedAt: number
}

/** The number of a resource's requests in flight, and the latest one with a stored response. */
type FlightCount = { count: number; storedSequence: number }

/**
 * Creates a cache that revalidates its entries, coalesces requests for the same key, and does not
 * immediately request a resource again that has failed.
 */
export function createCache({ now, random, circuit }: CacheOptions) {
  const inFlight = new Map<string, Flight>()
  const flightsByKey = new Map<string, FlightCount>()
  let lastSequence = 0
  const failures = createFailures({ now, random })

  async function lookup(options: Lookup): Promise<CacheResult> {
    const { key, ttl, store, deadline, path, startedAfter } = options
    const stored = await store.get(key, (value) => parseEntry(value, options.parseData))
    const canServe = stored !== undefined && startedAfter === undefined
    const { isUsable = alwaysUsable } = options
    const changedAt = options.changedAt?.(stored) || Number.NEGATIVE_INFINITY
    // It is served only if GitHub fails.
    const isChanged = stored !== undefined && (stored.requestedAt ?? stored.asOf) <= changedAt
    if (canServe && !isChanged && isWithin(ttl.maxAge, stored)) {
      if (await isUsable(stored)) return { entry: stored, cacheStatus: 'hit' }
      await store.delete(key)
    }

    const running = currentFlight(options, changedAt)
    if (running) options.onPending?.()
    const flight = running ?? startRefresh(options, stored, changedAt)
    const isHung = running !== undefined && isHanging(running, deadline)
    const isStale =
      canServe && !isChanged && isWithin(ttl.maxAge + ttl.staleWhileRevalidate, stored)
    if (isStale && (await isUsable(stored))) {
      const lastFailure = await flight.lastFailure
      if (lastFailure) return staleResultAfter(cachedError(lastFailure), stored)
      return staleResult(stored, isHung || circuit.isOpen() ? 'upstream-error' : 'revalidating')
    }
    try {
      if (isHung) throw timeoutError(path)
      const cached = await withDeadline(flight.result, deadline, path)
      return running ? { ...cached, cacheStatus: 'coalesced' } : cached
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
      // The budget that is used up is that of another client.
      const isOtherClient = running !== undefined && error.kind === 'too-many-requests'
      if (isOtherClient) return lookup({ ...options, hasOwnRequest: true })
      const isLastKnown = canServe && isWithin(ttl.maxAge + ttl.staleIfError, stored)
      if (errorRules(error.kind).lastKnownData !== 'serve' || !isLastKnown) throw error
      if (!(await isUsable(stored))) throw error
      return staleResultAfter(error, stored)
    }
  }

  /** Returns the stored entry while it could replace a failed response, and requests nothing. */
  async function findStored({
    key,
    ttl,
    store,
    parseData,
  }: Pick<Lookup, 'key' | 'ttl' | 'store' | 'parseData'>): Promise<Entry | undefined> {
    const stored = await store.get(key, (value) => parseEntry(value, parseData))
    return stored && isWithin(ttl.maxAge + ttl.staleIfError, stored) ? stored : undefined
  }

  /** The request in flight, unless it started too early, or hangs because of a past outage. */
  function currentFlight(options: Lookup, changedAt: number): Flight | undefined {
    const { key, deadline, startedAfter = 0, hasOwnRequest } = options
    const flight = inFlight.get(key)
    if (hasOwnRequest || !flight || flight.sequence < startedAfter) return undefined
    if (flight.startedAt <= changedAt) return undefined
    const isLost = isHanging(flight, deadline) && circuit.hasClosedSince(flight.startedAt)
    return isLost ? undefined : flight
  }

  /** Whether its first caller stopped waiting, and a new one has less time than it took so far. */
  function isHanging(flight: Flight, deadline: number): boolean {
    return now() >= flight.deadline && now() - flight.startedAt >= deadline - now()
  }

  // It continues after its callers stop waiting, and stores the response for the next lookup.
  function startRefresh(options: Lookup, stored: Entry | undefined, changedAt: number): Flight {
    const { key, store, deadline } = options
    const sequence = ++lastSequence
    const flights = flightsByKey.get(key) ?? { count: 0, storedSequence: 0 }
    flights.count++
    flightsByKey.set(key, flights)
    const order = {
      isCurrent: () => inFlight.get(key) === flight,
      isOutdated: () => flights.storedSequence > sequence,
      changedAt,
    }
    const lastFailure = failures.read(store, key)
    const result = lastFailure
      .then((failure) => refresh(options, stored, failure, order))
      .then((cached) => {
        flights.storedSequence = Math.max(flights.storedSequence, sequence)
        return cached
      })
      .finally(() => {
        if (order.isCurrent()) inFlight.delete(key)
        if (--flights.count === 0) flightsByKey.delete(key)
      })
    result.catch(() => {})
    const flight = { sequence, startedAt: now(), deadline, lastFailure, result }
    inFlight.set(key, flight)
    return flight
  }

  async function refresh(
    { key, ttl, store, path, fetchEntry }: Lookup,
    stored: Entry | undefined,
    lastFailure: Failure | undefined,
    { isCurrent, isOutdated, changedAt }: RefreshOrder,
  ): Promise<CacheResult> {
    if (lastFailure && mustWait(lastFailure, changedAt)) throw cachedError(lastFailure)
    const requestedAt = now()
    try {
      const fetched = await fetchEntry({ etag: stored?.etag, hasFailed: lastFailure !== undefined })
      const isUnchanged = 'isUnchanged' in fetched
      const updated = isUnchanged
        ? stored && {
            ...stored,
            tags: fetched.tags ?? stored.tags,
            token: fetched.token ?? stored.token,
          }
        : fetched
      if (!updated) throw new GitHubError('malformed', { status: 304, path })
      const etag = etagSchema.parse(updated.etag)
      const response = { ...updated, asOf: now(), requestedAt, etag }
      // The response to a later request is newer.
      const entry = isOutdated()
        ? response
        : await store.set(key, response, ttl.maxAge + ttl.staleIfError, response.tags)
      if (lastFailure) await failures.clear(store, key)
      return { entry, cacheStatus: isUnchanged ? 'revalidated' : 'miss' }
    } catch (error) {
      if (!(error instanceof GitHubError) || !error.isSent || !isCurrent()) throw error
      await failures.record(store, key, error, lastFailure)
      if (errorRules(error.kind).lastKnownData === 'drop') await store.delete(key)
      throw error
    }
  }

  function mustWait(failure: Failure, changedAt: number): boolean {
    // A repository that was not found may have been created or made public.
    if (failure.kind === 'not-found' && failure.failedAt <= changedAt) return false
    // After an outage, a resource that failed in it is requested at once; during it, as a probe.
    const isOutage = failure.kind === 'unreachable'
    if (isOutage && circuit.hasClosedSince(failure.failedAt)) return false
    if (isOutage && circuit.isOpen() && circuit.canRequest()) return false
    return failures.isWaiting(failure)
  }

  function staleResultAfter({ kind, until }: GitHubError, entry: Entry): CacheResult {
    const isLimited = kind === 'rate-limited' && until !== undefined && Date.parse(until) > now()
    return { ...staleResult(entry, errorRules(kind).staleReason), ...(isLimited && { until }) }
  }

  function isWithin(seconds: number, { asOf }: Entry): boolean {
    const age = now() - asOf
    // The clock was set back: the real age is unknown.
    if (age < -CLOCK_TOLERANCE_MS) return false
    return Math.max(age, 0) < seconds * 1000
  }

  function withDeadline<T>(promise: Promise<T>, deadline: number, path: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const expire = () => reject(timeoutError(path))
      // A process that is busy at the deadline has not yet read a response that arrived in time.
      const onDeadline = () => {
        timer = setTimeout(expire, 0)
      }
      let timer = setTimeout(onDeadline, Math.max(deadline - now(), 0))
      promise.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  }

  return {
    lookup,
    findStored,
    /** Returns a sequence number between those of earlier requests and those of later ones. */
    nextSequence: () => ++lastSequence,
  }
}

function parseEntry(value: unknown, parseData: Parse<unknown>): Entry | undefined {
  const { data: entry } = entrySchema.safeParse(value)
  if (!entry) return undefined
  const data = parseData(entry.data)
  return data === undefined ? undefined : { ...entry, data }
}

async function alwaysUsable(): Promise<boolean> {
  return true
}

function staleResult(entry: Entry, staleReason: StaleReason): CacheResult {
  return { entry, cacheStatus: 'stale', staleReason }
}

// It is not recorded as a failure: the request continues.
function timeoutError(path: string): GitHubError {
  return new GitHubError('unreachable', {
    path,
    isSent: false,
    reason: 'no complete response in time',
  })
}

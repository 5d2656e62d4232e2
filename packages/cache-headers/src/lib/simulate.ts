import { type CacheBehavior, type CacheName, caches, targetLists } from './caches.ts'
import { type HeaderValues, listMembers } from './header-values.ts'
import { mayStoreAuthenticated } from './may-store.ts'
import { effectiveDirectives } from './targeted-field.ts'

/** Headers of a request, by name in lower case. */
type RequestHeaders = Readonly<Record<string, string>>

type Failure = 'error' | 'unreachable'

/**
 * What happens, in order: a request to the cache, time that passes, new data at the origin, an
 * origin that fails (a 503 that is not cacheable, or no response), and one that recovers.
 */
export type CacheEvent =
  | { type: 'request'; headers?: RequestHeaders }
  | { type: 'wait'; seconds: number }
  | { type: 'change' }
  | { type: 'fail'; failure: Failure }
  | { type: 'recover' }

/** A cache's response to a request. */
export type SimulatedResponse = {
  /**
   * From the cache: `hit` (fresh) or `stale`. From the origin: `miss`, `revalidated` (a 304) or
   * `bypass` (the cache did not look it up).
   */
  outcome: 'hit' | 'stale' | 'miss' | 'revalidated' | 'bypass'
  /** The version of the data, from 1; null for an error. */
  version: number | null
  /** Seconds since the origin sent or confirmed it. */
  age: number
  /** Whether the cache sent a request to the origin, and whether the visitor waited for it. */
  originRequest: 'none' | 'blocking' | 'background'
  /** Whether the cache has stored it. */
  isStored: boolean
  /** The request headers that the origin received with the request for it. */
  requestHeaders: RequestHeaders
}

/** A cache's responses: one for each event, null for an event that is not a request. */
export type Simulation = { cache: CacheName; responses: (SimulatedResponse | null)[] }

type Rules = {
  /** Responses that differ by `Vary`: all are stored, only the last is, or `Vary` is ignored. */
  variants: 'all' | 'last' | 'ignored'
  /** A request's `Authorization`: forwarded, removed, a reason to bypass, or RFC 9111 §3.5. */
  authorization: 'forwarded' | 'removed' | 'bypass' | 'restricted'
  /** Whether the cache revalidates with `If-None-Match` (RFC 9111 §4.3). */
  isConditional: boolean
  /** Failures that stale-if-error covers (RFC 5861 §4). */
  staleIfError: readonly Failure[]
}

// Lifetimes, and what is not stored, come from `caches`; these are the other differences.
const rulesByCache: Record<CacheName, Rules> = {
  // Chromium has one entry per URL.
  browser: {
    variants: 'last',
    authorization: 'forwarded',
    isConditional: true,
    staleIfError: [],
  },
  // As configured: public paths lose their credentials, and `Vary` only prevents storing.
  nginx: {
    variants: 'ignored',
    authorization: 'removed',
    isConditional: false,
    staleIfError: ['unreachable'],
  },
  // As configured: public paths lose their credentials, and `keep` is 0.
  Varnish: {
    variants: 'all',
    authorization: 'removed',
    isConditional: false,
    staleIfError: ['error', 'unreachable'],
  },
  // https://vercel.com/docs/caching/cdn-cache and https://vercel.com/docs/caching/cache-status
  Vercel: {
    variants: 'all',
    authorization: 'bypass',
    isConditional: false,
    staleIfError: [],
  },
  // https://developers.cloudflare.com/cache/concepts/cache-control/
  Cloudflare: {
    variants: 'ignored',
    authorization: 'restricted',
    isConditional: true,
    staleIfError: ['error', 'unreachable'],
  },
}

/**
 * Simulates what each cache does with a page, if the cache is empty at first and alone in front of
 * the origin. Each 200 response of the origin has `headers` and an `ETag`. Behavior is unknown for
 * the field that `findAmbiguousField` returns: then no cache that reads it stores the response.
 */
export function simulate(headers: HeaderValues, events: readonly CacheEvent[]): Simulation[] {
  return caches.map(({ name, behaviorFor }) => ({
    cache: name,
    responses: runEvents(createCache(name, behaviorFor(headers), headers), events),
  }))
}

type Origin = { version: number; failure: Failure | null }
type Respond = (request: RequestHeaders, origin: Origin, now: number) => SimulatedResponse

function runEvents(respond: Respond, events: readonly CacheEvent[]): (SimulatedResponse | null)[] {
  const origin: Origin = { version: 1, failure: null }
  let now = 0
  return events.map((event) => {
    if (event.type === 'request') return respond(event.headers ?? {}, origin, now)
    if (event.type === 'wait') now += event.seconds
    else if (event.type === 'change') origin.version += 1
    else origin.failure = event.type === 'fail' ? event.failure : null
    return null
  })
}

type Stored = { version: number; storedAt: number; requestHeaders: RequestHeaders }

function createCache(name: CacheName, behavior: CacheBehavior, headers: HeaderValues): Respond {
  const rules = rulesByCache[name]
  const varyNames = rules.variants === 'ignored' ? [] : listMembers(headers, 'Vary')
  let entries: Stored[] = []

  function isVariant(request: RequestHeaders, { requestHeaders }: Stored): boolean {
    return varyNames.every((field) => request[field] === requestHeaders[field])
  }

  function mayStoreFor(request: RequestHeaders): boolean {
    if (!behavior.stored) return false
    const isRestricted = rules.authorization === 'restricted' && 'authorization' in request
    return !isRestricted || mayStoreAuthenticated(controlOf(name, headers))
  }

  function store(requestHeaders: RequestHeaders, { version }: Origin, now: number): void {
    const others = entries.filter((entry) => !isVariant(requestHeaders, entry))
    const stored = { version, storedAt: now, requestHeaders }
    entries = [stored, ...(rules.variants === 'last' ? [] : others)]
  }

  function fetch(
    outcome: 'miss' | 'bypass',
    request: RequestHeaders,
    origin: Origin,
    now: number,
  ): SimulatedResponse {
    const isStored = outcome === 'miss' && origin.failure === null && mayStoreFor(request)
    if (isStored) store(request, origin, now)
    return {
      outcome,
      version: origin.failure === null ? origin.version : null,
      age: 0,
      originRequest: 'blocking',
      isStored,
      requestHeaders: request,
    }
  }

  return (received, origin, now) => {
    const request = rules.authorization === 'removed' ? withoutCredentials(received) : received
    if (rules.authorization === 'bypass' && 'authorization' in request) {
      return fetch('bypass', request, origin, now)
    }
    const entry = entries.find((candidate) => isVariant(request, candidate))
    if (!entry || !behavior.stored) return fetch('miss', request, origin, now)

    const { version, requestHeaders } = entry
    const age = now - entry.storedAt
    const stored = { version, age, isStored: true, requestHeaders }
    const staleFor = age - behavior.lifetime
    if (staleFor < 0) return { ...stored, outcome: 'hit', originRequest: 'none' }
    if (staleFor < behavior.staleWhileRevalidate) {
      if (origin.failure === null && mayStoreFor(request)) store(request, origin, now)
      return { ...stored, outcome: 'stale', originRequest: 'background' }
    }
    if (origin.failure !== null) {
      const isCovered = rules.staleIfError.includes(origin.failure)
      return isCovered && staleFor < behavior.staleIfError
        ? { ...stored, outcome: 'stale', originRequest: 'blocking' }
        : fetch('miss', request, origin, now)
    }
    if (rules.isConditional && version === origin.version && isSame(request, requestHeaders)) {
      store(request, origin, now)
      return { ...stored, outcome: 'revalidated', age: 0, originRequest: 'blocking' }
    }
    return fetch('miss', request, origin, now)
  }
}

function controlOf(name: CacheName, headers: HeaderValues) {
  const targets = name === 'Vercel' || name === 'Cloudflare' ? targetLists[name] : []
  return effectiveDirectives(headers, targets).control
}

function withoutCredentials({ authorization: _, cookie: __, ...rest }: RequestHeaders) {
  return rest
}

function isSame(a: RequestHeaders, b: RequestHeaders): boolean {
  return Object.keys({ ...a, ...b }).every((name) => a[name] === b[name])
}

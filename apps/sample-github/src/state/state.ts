import { createGrants } from './grants.ts'

export type Quota = { limit: number; used: number; resetAt: number }
export type QuotaResource = 'core' | 'search'

type Rule<Value> = { prefix: string; value: Value }
type RequestCount = { count: number; notModified: number }
type UnknownRequest = { method: string; path: string }

const HOURLY_LIMIT = 5_000
const WINDOW_SECONDS = 3_600
const MAX_UNKNOWN_REQUESTS = 1_000

/** The state of a running sample GitHub; `reset` clears it. */
export type SampleState = ReturnType<typeof createState>

export function createState(now: () => number) {
  const counts = new Map<string, RequestCount & { paths: string[] }>()
  const quotas = new Map<string, Quota>()
  const counters = new Map<string, number>()
  const unknown: UnknownRequest[] = []
  const grants = createGrants(now)
  let faults: Rule<string>[] = []
  let delays: Rule<number>[] = []

  /** The current rate-limit window of an identity; a new window begins after an hour or when little is left. */
  function quotaOf(identity: string, resource: QuotaResource): Quota {
    const key = `${identity} ${resource}`
    const seconds = Math.floor(now() / 1000)
    const current = quotas.get(key)
    // The sample enforces no limit, and clients that back off early must not back off either.
    if (current && current.resetAt > seconds && current.used < HOURLY_LIMIT * 0.9) return current
    const next = { limit: HOURLY_LIMIT, used: 0, resetAt: seconds + WINDOW_SECONDS }
    quotas.set(key, next)
    return next
  }

  return {
    quotaOf,
    grants,

    /** `paths` are the path by name and, if there is one, the path by id. */
    countRequest(key: string, paths: string[]): RequestCount {
      const entry = counts.get(key) ?? { count: 0, notModified: 0, paths }
      entry.count++
      counts.set(key, entry)
      return entry
    },

    requests(prefix: string) {
      const matching = [...counts].filter(([, { paths }]) =>
        paths.some((path) => isBelow(path, prefix)),
      )
      return {
        total: matching.reduce((sum, [, { count }]) => sum + count, 0),
        byPath: Object.fromEntries(
          matching.map(([key, { count, notModified }]) => [key, { count, notModified }]),
        ),
      }
    },

    setFault(prefix: string, fault: string): void {
      faults = [...faults.filter((rule) => rule.prefix !== prefix), { prefix, value: fault }]
    },

    removeFaults(prefix: string | undefined): void {
      faults = prefix === undefined ? [] : faults.filter((rule) => rule.prefix !== prefix)
    },

    faultFor(paths: string[]): Rule<string> | undefined {
      return longestMatch(faults, paths)
    },

    setDelay(prefix: string, milliseconds: number): void {
      delays = delays.filter((rule) => rule.prefix !== prefix)
      if (milliseconds > 0) delays.push({ prefix, value: milliseconds })
    },

    delayFor(paths: string[]): number {
      return longestMatch(delays, paths)?.value ?? 0
    },

    /** Increments the counter of a name: 1 the first time, then 2, … */
    nextCount(name: string): number {
      const count = (counters.get(name) ?? 0) + 1
      counters.set(name, count)
      return count
    },

    recordUnknown(request: UnknownRequest): void {
      unknown.push(request)
      if (unknown.length > MAX_UNKNOWN_REQUESTS) unknown.shift()
    },

    unknownRequests(): UnknownRequest[] {
      return [...unknown]
    },

    reset(): void {
      counts.clear()
      quotas.clear()
      counters.clear()
      unknown.length = 0
      grants.reset()
      faults = []
      delays = []
    },
  }
}

/** True for the prefix itself and for paths below it, not for a longer name. */
export function isBelow(path: string, prefix: string): boolean {
  const lower = path.toLowerCase()
  const start = prefix.toLowerCase().replace(/\/$/, '')
  return lower === start || lower.startsWith(`${start}/`)
}

function longestMatch<Value>(rules: Rule<Value>[], paths: string[]): Rule<Value> | undefined {
  return rules
    .filter((rule) => paths.some((path) => isBelow(path, rule.prefix)))
    .reduce<Rule<Value> | undefined>(
      (best, rule) => (best && best.prefix.length >= rule.prefix.length ? best : rule),
      undefined,
    )
}

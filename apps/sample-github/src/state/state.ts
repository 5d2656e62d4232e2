import { createGrants } from './grants.ts'

export type Quota = { limit: number; used: number; resetAt: number }
export type QuotaResource = 'core' | 'search'

type Rule<Value> = { prefix: string; value: Value }
type RequestCount = { count: number; notModified: number }
type UnknownRequest = { method: string; path: string }

const limit = 5_000
const hour = 3_600
const MAX_UNKNOWN_REQUESTS = 1_000

/** What a running sample GitHub remembers; `reset` forgets it all. */
export type SampleState = ReturnType<typeof createState>

export function createState(now: () => number) {
  const counts = new Map<string, RequestCount & { paths: string[] }>()
  const quotas = new Map<string, Quota>()
  const turns = new Map<string, number>()
  const unknown: UnknownRequest[] = []
  const grants = createGrants(now)
  let faults: Rule<string>[] = []
  let delays: Rule<number>[] = []

  /** The current window of a credential; a new one begins on the hour or when little is left. */
  function quotaOf(credential: string, resource: QuotaResource): Quota {
    const key = `${credential} ${resource}`
    const seconds = Math.floor(now() / 1000)
    const current = quotas.get(key)
    // The sample never refuses by itself, so no client may run into its own caution either.
    if (current && current.resetAt > seconds && current.used < limit * 0.9) return current
    const renewed = { limit, used: 0, resetAt: seconds + hour }
    quotas.set(key, renewed)
    return renewed
  }

  return {
    quotaOf,
    grants,

    /** `paths` are all the names of what was asked for: by name, and by id where there is one. */
    countRequest(key: string, paths: string[]): RequestCount {
      const entry = counts.get(key) ?? { count: 0, notModified: 0, paths }
      entry.count++
      counts.set(key, entry)
      return entry
    },

    requests(prefix: string) {
      const chosen = [...counts].filter(([, { paths }]) =>
        paths.some((path) => isBelow(path, prefix)),
      )
      return {
        total: chosen.reduce((sum, [, { count }]) => sum + count, 0),
        byPath: Object.fromEntries(
          chosen.map(([key, { count, notModified }]) => [key, { count, notModified }]),
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
      return closest(faults, paths)
    },

    setDelay(prefix: string, milliseconds: number): void {
      delays = delays.filter((rule) => rule.prefix !== prefix)
      if (milliseconds > 0) delays.push({ prefix, value: milliseconds })
    },

    delayFor(paths: string[]): number {
      return closest(delays, paths)?.value ?? 0
    },

    /** Counts up for a name: 1 for the first time, then 2, … */
    turn(name: string): number {
      const next = (turns.get(name) ?? 0) + 1
      turns.set(name, next)
      return next
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
      turns.clear()
      unknown.length = 0
      grants.reset()
      faults = []
      delays = []
    },
  }
}

/** True for the prefix itself and for what lies below it, not for a longer name. */
export function isBelow(path: string, prefix: string): boolean {
  const lower = path.toLowerCase()
  const start = prefix.toLowerCase().replace(/\/$/, '')
  return lower === start || lower.startsWith(`${start}/`)
}

function closest<Value>(rules: Rule<Value>[], paths: string[]): Rule<Value> | undefined {
  return rules
    .filter((rule) => paths.some((path) => isBelow(path, rule.prefix)))
    .reduce<Rule<Value> | undefined>(
      (best, rule) => (best && best.prefix.length >= rule.prefix.length ? best : rule),
      undefined,
    )
}

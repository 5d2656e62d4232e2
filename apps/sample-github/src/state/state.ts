import type { RepoFacts } from '../data/facts.ts'
import { type ClientKind, type RateLimitResource, rateLimits } from '../data/rate-limits.ts'
import { createGrants } from './grants.ts'

export type Quota = { limit: number; used: number; resetAt: number }

/** A client that GitHub counts by itself. */
export type QuotaClient = { identity: string; kind: ClientKind }

type Rule<Value> = { prefix: string; value: Value }
type RequestCount = { count: number; notModified: number }
type UnknownRequest = { method: string; path: string }

const MAX_UNKNOWN_REQUESTS = 1_000

/** The state of a running sample GitHub; `reset` clears it. */
export type SampleState = ReturnType<typeof createState>

export function createState(now: () => number) {
  const counts = new Map<string, RequestCount & { paths: string[] }>()
  const quotas = new Map<string, Quota>()
  const counters = new Map<string, number>()
  const unknown: UnknownRequest[] = []
  const grants = createGrants(now)
  const pushedRepositories = new Map<string, RepoFacts>()
  let faults: Rule<string>[] = []
  let delays: Rule<number>[] = []

  /**
   * The current rate-limit window of a client. Only the limits without a token are enforced: with a
   * token a new window begins when little is left, because some clients back off early.
   */
  function quotaOf({ identity, kind }: QuotaClient, resource: RateLimitResource): Quota {
    const key = `${identity} ${kind} ${resource}`
    const seconds = Math.floor(now() / 1000)
    const { limit, windowSeconds } = rateLimits[kind][resource] ?? rateLimits[kind].core
    const current = quotas.get(key)
    const hasRequestsLeft = kind === 'anonymous' || (current?.used ?? 0) < limit * 0.9
    if (current && current.resetAt > seconds && hasRequestsLeft) return current
    const next = { limit, used: 0, resetAt: seconds + windowSeconds }
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

    /** Pushes a commit to a repository; returns what the repository is now. */
    push(repo: RepoFacts): RepoFacts {
      const commits = (pushedRepositories.get(repo.fullName)?.pushed?.commits ?? 0) + 1
      const next = { ...repo, pushed: { commits, at: now() } }
      pushedRepositories.set(repo.fullName, next)
      return next
    },

    /** A repository with the commits that were pushed to it. */
    pushedRepository(repo: RepoFacts): RepoFacts {
      return pushedRepositories.get(repo.fullName) ?? repo
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
      pushedRepositories.clear()
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

import type { Store } from '../cache/stores.ts'
import { type ClientOptions, createClient, type RequestOptions } from '../client/client.ts'
import type { GitHubCall } from '../resources/read.ts'
import { asOf } from './github.ts'

/** A clock that stands still until it is told that time has passed. */
export function stoppedClock() {
  let time = Date.parse(asOf)
  return {
    now: () => time,
    pass(seconds: number) {
      time += seconds * 1000
    },
  }
}

/** A store that keeps texts in memory, as a store on another machine would. */
export function storeInMemory(now: () => number) {
  const kept = new Map<string, { text: string; endsAt: number }>()
  const store: Store = {
    async get(key) {
      const { text, endsAt } = kept.get(key) ?? { text: 'null', endsAt: 0 }
      return endsAt > now() ? JSON.parse(text) : undefined
    },
    async set(key, value, seconds) {
      kept.set(key, { text: JSON.stringify(value), endsAt: now() + seconds * 1000 })
    },
    async delete(key) {
      kept.delete(key)
    },
    stats: () => ({ entries: kept.size, bytes: 0, maxBytes: 0 }),
  }
  return { ...store, kept }
}

type Answer = (request: Request) => Response | Promise<Response>

/** A GitHub whose answers change, a client that remembers them, and a clock that stands still. */
export function createWorld(answer: Answer, options: Partial<ClientOptions> = {}) {
  const clock = stoppedClock()
  const shared = storeInMemory(clock.now)
  const viewer = storeInMemory(clock.now)
  const requests: Request[] = []
  const calls: GitHubCall[] = []
  let current = answer

  const clientOptions: ClientOptions = {
    baseUrl: 'https://github.test',
    stores: { shared, viewer },
    now: clock.now,
    pause: async () => {},
    fetch: async (...request) => {
      const whole = new Request(...request)
      requests.push(whole)
      return current(whole)
    },
    ...options,
  }
  const client = createClient(clientOptions)

  /** The stars of acme/rocket, and what is said of their age. */
  async function stars(request: RequestOptions = {}, of = client) {
    const github = of.forRequest({ onCall: (call) => calls.push(call), ...request })
    const { data, ...age } = await github.getRepo('acme', 'rocket')
    return { stars: data.stars, ...age }
  }

  return {
    client,
    clock,
    shared,
    viewer,
    requests,
    stars,
    /** From now on GitHub answers so. */
    answers(next: Answer) {
      current = next
    },
    cacheStatuses: () => calls.map(({ cacheStatus }) => cacheStatus),
    /** Another process, over the same stores. */
    another: () => createClient(clientOptions),
  }
}

/** GitHub's answer about acme/rocket. */
export function rocket(stars: number, headers: Record<string, string> = {}): Response {
  return Response.json({ full_name: 'acme/rocket', stargazers_count: stars }, { headers })
}

/** A promise, and the function that keeps it. */
export function promised<T>() {
  let keep: (value: T) => void = () => {}
  const promise = new Promise<T>((resolve) => {
    keep = resolve
  })
  return { promise, keep }
}

import type { Parse, Store } from '../cache/stores.ts'
import { type ClientOptions, createClient, type RequestOptions } from '../client/client.ts'
import type { GitHubCall } from '../resources/read.ts'
import { asOf, publicRepo } from './github.ts'

/** A clock that stands still until it is advanced. */
export function stoppedClock() {
  let time = Date.parse(asOf)
  return {
    now: () => time,
    advance(seconds: number) {
      time += seconds * 1000
    },
  }
}

/** A store that serializes its entries, as a store on another machine would. */
export function storeInMemory(now: () => number) {
  const entries = new Map<string, { text: string; expiresAt: number; tags: readonly string[] }>()
  const closedUntil = new Map<string, number>()
  const store: Store = {
    async get<Value>(key: string, parse?: Parse<Value>) {
      const { text, expiresAt } = entries.get(key) ?? { text: 'null', expiresAt: 0 }
      if (expiresAt <= now()) return undefined
      return parse ? parse(JSON.parse(text)) : JSON.parse(text)
    },
    async set(key, value, ttlSeconds, tags = []) {
      if (tags.some((tag) => (closedUntil.get(tag) ?? 0) > now())) return value
      entries.set(key, { text: JSON.stringify(value), expiresAt: now() + ttlSeconds * 1000, tags })
      return value
    },
    async delete(key) {
      entries.delete(key)
    },
    async deleteTagged(deleted, closedSeconds) {
      if (closedSeconds > 0) {
        for (const tag of deleted) closedUntil.set(tag, now() + closedSeconds * 1000)
      }
      for (const [key, { tags }] of entries) {
        if (tags.some((tag) => deleted.includes(tag))) entries.delete(key)
      }
    },
    stats: () => ({ entries: entries.size, bytes: 0, maxBytes: 0 }),
  }
  return { ...store, entries }
}

type Respond = (request: Request) => Response | Promise<Response>

/** A client with a cache, a stopped clock and a GitHub that can change its responses. */
export function createWorld(respond: Respond, options: Partial<ClientOptions> = {}) {
  const clock = stoppedClock()
  const shared = storeInMemory(clock.now)
  const viewer = storeInMemory(clock.now)
  const requests: Request[] = []
  const calls: GitHubCall[] = []
  let currentRespond = respond

  const clientOptions: ClientOptions = {
    baseUrl: 'https://github.test',
    stores: { shared, viewer },
    now: clock.now,
    pause: async () => {},
    random: () => 0,
    fetch: async (...args) => {
      const request = new Request(...args)
      requests.push(request)
      return currentRespond(request)
    },
    ...options,
  }
  const client = createClient(clientOptions)

  /** Reads the stars of acme/rocket, with their age. */
  async function stars(request: RequestOptions = {}, from = client) {
    const github = from.forRequest({ onCall: (call) => calls.push(call), ...request })
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
    /** From now on GitHub responds so. */
    respondWith(next: Respond) {
      currentRespond = next
    },
    cacheStatuses: () => calls.map(({ cacheStatus }) => cacheStatus),
    /** A client of another process, with the same stores. */
    createSecondClient: () => createClient(clientOptions),
  }
}

/** A GitHub in which every repository is public. */
export function withPublicRepos(respond: Respond): Respond {
  return (request) => publicRepo(request.url) ?? respond(request)
}

/** GitHub's response about acme/rocket. */
export function rocket(stars: number, headers: Record<string, string> = {}): Response {
  const body = { full_name: 'acme/rocket', private: false, stargazers_count: stars }
  return Response.json(body, { headers })
}

/** A promise, and the function that fulfills it. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((fulfill) => {
    resolve = fulfill
  })
  return { promise, resolve }
}

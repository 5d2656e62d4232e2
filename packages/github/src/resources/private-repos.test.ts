import { expect, test } from 'vitest'
import { type ClientOptions, createClient } from '../client/client.ts'
import { startServer } from '../test-support/github.ts'
import { createTestStores, rawClient, startRedis } from '../test-support/redis.ts'
import { callRead, type FakeRepo, listenAbout, readNames } from '../test-support/repo-github.ts'
import { deferred, stoppedClock, storeInMemory } from '../test-support/world.ts'
import type { GitHub } from './index.ts'

const name = 'acme/rocket'
const canary = 'quince-4127'

/** A client with the server's token, of a GitHub with one repository that can change. */
async function worldOf(repo: FakeRepo | undefined, settings: Partial<ClientOptions> = {}) {
  let current = repo
  const { url: baseUrl, requests } = await startServer(
    listenAbout((fullName) => (fullName.toLowerCase() === name ? current : undefined)),
  )
  const clock = stoppedClock()
  const memory = storeInMemory(clock.now)
  const viewer = storeInMemory(clock.now)
  const options = { baseUrl, token: 'ghp_server', now: clock.now, ...settings }
  const client = createClient({ ...options, stores: { shared: memory, viewer } })
  return {
    options,
    client,
    clock,
    requests,
    change(next: FakeRepo | undefined) {
      current = next
    },
    /** Every key, value and tag in memory. */
    dump: () => JSON.stringify([...memory.entries]),
  }
}

/** What each read comes to: its data, or the kind of its error. */
async function outcomes(github: GitHub, names: readonly (keyof GitHub)[], fullName = name) {
  const settled = await Promise.all(
    names.map(async (read) => {
      try {
        return [read, await callRead(github, read, fullName)] as const
      } catch (error) {
        return [read, Object(error).kind] as const
      }
    }),
  )
  return Object.fromEntries(settled)
}

const publicRepo = { id: 1, isPrivate: false, canary }
const privateRepo = { id: 1, isPrivate: true, canary }

/** Every key and value in Redis, whatever its type. */
async function dumpRedis(url: string): Promise<string> {
  const redis = rawClient(url)
  const keys = await redis.keys('*')
  const values = await Promise.all(
    keys.map(async (key) =>
      (await redis.type(key)) === 'zset' ? redis.zrange(key, '0', '-1') : redis.get(key),
    ),
  )
  return JSON.stringify([keys, values])
}

test('reads and stores everything of a public repository', async () => {
  const { client, dump } = await worldOf(publicRepo)
  const github = client.forRequest()
  const { ofRepo } = readNames(github)
  const found = await outcomes(github, ofRepo)
  expect(Object.entries(found).filter(([, outcome]) => typeof outcome === 'string')).toEqual([])
  expect(dump()).toContain(canary)
})

test('no public read finds a private repository that the server’s token sees', async () => {
  const { client, dump } = await worldOf(privateRepo)
  const { all, ofRepo } = readNames(client.forRequest())
  const notFound = Object.fromEntries(ofRepo.map((read) => [read, 'not-found']))
  // Each alone, then all at the same time, and again from the cache.
  for (const read of ofRepo) {
    expect(await outcomes(client.forRequest(), [read])).toEqual({ [read]: 'not-found' })
  }
  for (let time = 0; time < 3; time++) {
    const github = client.forRequest()
    const found = await outcomes(github, all)
    expect(found).toMatchObject({ ...notFound, getViewer: 'unauthorized' })
    expect(JSON.stringify(found)).not.toContain(canary)
  }
  expect(dump()).not.toContain(canary)
})

test('a viewer reads a private repository, and nothing of it is stored for others', async () => {
  const { client, dump } = await worldOf(privateRepo)
  const github = client.forRequest({ viewerToken: 'gho_ann' })
  expect(JSON.stringify(await outcomes(github, readNames(github).ofRepo))).toContain(canary)
  expect(dump()).not.toContain(canary)
})

test('without a token, reads below a repository request the repository only once', async () => {
  const { client, requests } = await worldOf(publicRepo, { token: undefined })
  const github = client.forRequest()
  await Promise.all([
    github.getRepo('acme', 'rocket'),
    github.getLanguages('acme', 'rocket'),
    github.getLatestRelease('acme', 'rocket'),
    github.listIssuesOrPulls('acme', 'rocket', {
      kind: 'issue',
      state: 'open',
      sort: 'newest',
      page: 1,
    }),
  ])
  expect(requests.filter(({ path }) => path === '/repos/acme/rocket')).toHaveLength(1)
  expect(requests).toHaveLength(4)
})

test('all entries of a repository that becomes private are deleted', async () => {
  const { client, clock, change, dump } = await worldOf(publicRepo)
  const { all, ofRepo } = readNames(client.forRequest())
  await outcomes(client.forRequest(), all)
  await outcomes(client.forRequest(), ofRepo, 'ACME/Rocket')
  expect(dump()).toContain(canary)

  change(privateRepo)
  clock.advance(600)
  await expect(client.forRequest().getRepo('acme', 'rocket')).rejects.toMatchObject({
    kind: 'not-found',
  })
  expect(dump()).not.toContain(canary)
})

test.each([
  ['deleted', undefined],
  ['private', privateRepo],
])('all entries of a repository that is found %s by its ID are deleted', async (_, next) => {
  const { client, clock, change, dump } = await worldOf(publicRepo)
  const { ofRepo } = readNames(client.forRequest())
  await outcomes(client.forRequest(), [...ofRepo, 'getReposById'])
  change(next)
  clock.advance(600)
  const [found] = await client.forRequest().getReposById([1])
  expect(found?.data.repo).toBe(null)
  expect(dump()).not.toContain(canary)
})

test('nothing of a repository that becomes private under load is found or stored', async () => {
  const { client, clock, change, dump } = await worldOf(publicRepo)
  const { all } = readNames(client.forRequest())
  const visits = () =>
    Promise.all(Array.from({ length: 20 }, () => outcomes(client.forRequest(), all)))
  const before = visits()
  await client.forRequest().getLanguages('acme', 'rocket')
  change({ ...privateRepo, canary: 'private-canary' })
  clock.advance(600)
  const during = visits()
  await Promise.all([before, during])
  clock.advance(600)
  const after = await visits()

  expect(JSON.stringify(after)).not.toMatch(/quince|private-canary/)
  expect(dump()).not.toMatch(/quince|private-canary/)
})

/** Two instances that share a Redis, and a visit of all reads to both at the same time. */
async function twoInstances(repo: FakeRepo) {
  const { options, ...world } = await worldOf(repo)
  const redis = await startRedis()
  const instances = [1, 2].map(() =>
    createClient({
      ...options,
      stores: createTestStores({ redisUrl: redis.url, redisTimeoutMs: 60_000 }),
    }),
  )
  async function visit(): Promise<string> {
    const visits = instances.map((client) => {
      const github = client.forRequest()
      return outcomes(github, readNames(github).all)
    })
    return JSON.stringify(await Promise.all(visits))
  }
  return { ...world, visit, redis: () => dumpRedis(redis.url) }
}

test('Redis contains nothing of a private repository, from any instance', async () => {
  const { visit, redis } = await twoInstances(privateRepo)
  await expect
    .poll(async () => {
      expect(await visit()).not.toContain(canary)
      return redis()
    })
    .toContain('not-found')
  expect(await redis()).not.toContain(canary)
})

test('a repository that becomes private leaves Redis too, while instances read it', async () => {
  const { visit, redis, clock, change } = await twoInstances(publicRepo)
  await expect
    .poll(async () => {
      clock.advance(600)
      await visit()
      return redis()
    })
    .toContain(canary)

  clock.advance(600)
  const before = visit()
  change(privateRepo)
  const during = visit()
  await Promise.all([before, during])
  clock.advance(600)
  await visit()
  expect(await visit()).not.toContain(canary)
  expect(await redis()).not.toContain(canary)
})

test('a response that was in flight when a repository became private is not returned', async () => {
  const { options, change, clock } = await worldOf(publicRepo)
  const memory = storeInMemory(clock.now)
  const readme = deferred<void>()
  const client = createClient({
    ...options,
    stores: { shared: memory, viewer: storeInMemory(clock.now) },
    fetch: async (...request) => {
      const response = await fetch(...request)
      if (response.url.endsWith('/readme')) await readme.promise
      return response
    },
  })
  const github = client.forRequest()
  const slow = expect(github.getReadme('acme', 'rocket')).rejects.toMatchObject({
    kind: 'not-found',
  })
  await github.getRepo('acme', 'rocket')
  change(privateRepo)
  clock.advance(600)
  await expect(client.forRequest().getRepo('acme', 'rocket')).rejects.toMatchObject({
    kind: 'not-found',
  })
  readme.resolve()
  await slow
  expect(JSON.stringify([...memory.entries])).not.toContain(canary)
})

test('what two repositories of one name have in common is not requested in full again', async () => {
  const { client, clock, change } = await worldOf(publicRepo)
  await client.forRequest().getCodeFrequency('acme', 'rocket')
  change({ id: 2, isPrivate: false, canary: 'another' })
  clock.advance(700)
  for (let time = 0; time < 2; time++) {
    const { data } = await client.forRequest().getCodeFrequency('acme', 'rocket')
    expect(data).toEqual([])
  }
  // Each repository is confirmed after the response, and the first has not changed until then.
  expect(client.status().lookups).toMatchObject({ miss: 3, revalidated: 3 })
})

test.each([
  [451, 404, 'not-found'],
  [403, 404, 'not-found'],
  [410, 404, 'not-found'],
  [451, 451, 'blocked'],
])('status %i with the token and %i without it means "%s"', async (withToken, without, kind) => {
  const { url: baseUrl } = await startServer((request, response) => {
    response.writeHead(request.headers.authorization ? withToken : without).end('{}')
  })
  const { getRepo } = createClient({ baseUrl, token: 'ghp_server' }).forRequest()
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({ kind })
})

test('a renamed repository is read by its new name only', async () => {
  const repo: FakeRepo = { id: 1, isPrivate: false, canary }
  let today = name
  const { url: baseUrl } = await startServer((request, response) => {
    const isOld = request.url?.startsWith('/repos/acme/rocket') && today !== name
    if (!isOld)
      return listenAbout((fullName) => (fullName === today ? repo : undefined))(request, response)
    // GitHub redirects to the ID.
    const rest = request.url?.slice('/repos/acme/rocket'.length)
    return response.writeHead(301, { location: `/repos/${today}${rest}` }).end()
  })
  const clock = stoppedClock()
  const memory = storeInMemory(clock.now)
  const client = createClient({
    baseUrl,
    now: clock.now,
    stores: { shared: memory, viewer: storeInMemory(clock.now) },
  })
  const { ofRepo } = readNames(client.forRequest())
  await outcomes(client.forRequest(), ofRepo)
  today = 'acme/starship'
  clock.advance(600)

  const renamed = await outcomes(client.forRequest(), ofRepo)
  expect(new Set(Object.values(renamed))).toEqual(new Set(['renamed']))
  const stored = [...memory.entries.keys()].filter((key) => /rocket./.test(key))
  expect(stored.filter((key) => !key.startsWith('error '))).toEqual([])
})

import { expect, test } from 'vitest'
import { createMemoryMarks, type StaleMarks } from '../cache/stale-marks.ts'
import {
  createWorld,
  deferred,
  rocket,
  stoppedClock,
  storeInMemory,
} from '../test-support/world.ts'

const push = { repoNames: ['acme/rocket'], repoId: 1, topics: ['facts', 'code', 'ci'] } as const
const star = { repoNames: ['acme/rocket'], repoId: 1, topics: ['facts', 'stars'] } as const

/** A world in which changes can be marked. */
function createChangingWorld(respond: (request: Request) => Response | Promise<Response>) {
  const clock = stoppedClock()
  const memory = createMemoryMarks(clock.now)
  const marks: StaleMarks = {
    ...memory,
    add: async (added) => memory.addAll(added.map((mark) => [mark, clock.now()])),
  }
  const stores = { shared: storeInMemory(clock.now), viewer: storeInMemory(clock.now), marks }
  return { ...createWorld(respond, { stores, now: clock.now }), clock }
}

test('a change makes stored data stale at once: the next read waits for new data', async () => {
  const world = createChangingWorld(() => rocket(7))
  await world.stars()
  world.clock.advance(5)
  await world.client.markChanged(push)
  world.respondWith(() => rocket(8))
  world.clock.advance(1)

  expect((await world.stars()).stars).toBe(8)
  expect((await world.stars()).stars).toBe(8)
  expect(world.cacheStatuses()).toEqual(['miss', 'miss', 'hit'])
})

test('a change makes the data of viewers stale, too', async () => {
  const world = createChangingWorld(() => rocket(7))
  await world.stars({ viewerToken: 'ghp_ann' })
  await world.client.markChanged(push)
  world.respondWith(() => rocket(8))
  world.clock.advance(1)
  expect((await world.stars({ viewerToken: 'ghp_ann' })).stars).toBe(8)
})

test('a change of another repository, or of something else, changes nothing', async () => {
  const world = createChangingWorld((request) => {
    const isRepo = request.url.endsWith('/rocket')
    return isRepo ? rocket(7) : Response.json({ TypeScript: 1 })
  })
  const read = () => world.client.forRequest().getLanguages('acme', 'rocket')
  await read()
  const before = world.requests.length
  await world.client.markChanged({ ...push, repoNames: ['acme/moon'], repoId: 2 })
  await world.client.markChanged({ ...star, topics: ['stars'] })
  await read()
  expect(world.requests.length).toBe(before)
})

test('a change of a repository makes the lists stale that contain it', async () => {
  const repo = { id: 1, full_name: 'acme/rocket', private: false }
  const world = createChangingWorld(() => Response.json([repo]))
  const list = () => world.client.forRequest().listOwnerRepos('acme', { sort: 'pushed', page: 1 })
  await list()
  await world.client.markChanged({ repoNames: [], repoId: 1, topics: ['facts'] })
  world.clock.advance(1)
  await list()
  expect(world.requests.length).toBe(2)
  await world.client.markChanged({ repoNames: [], owner: 'Acme', topics: ['facts'] })
  world.clock.advance(1)
  await list()
  expect(world.requests.length).toBe(3)
})

test('after a change, the last known data is served while GitHub fails', async () => {
  const world = createChangingWorld(() => rocket(7))
  await world.stars()
  await world.client.markChanged(push)
  world.clock.advance(1)
  world.respondWith(() => Response.json({}, { status: 500 }))
  expect(await world.stars()).toMatchObject({ stars: 7, stale: 'upstream-error' })
})

test('a read after a change does not wait for a request from before it', async () => {
  const early = deferred<Response>()
  const world = createChangingWorld(() => early.promise)
  const first = world.stars()
  await expect.poll(() => world.requests.length).toBe(1)
  await world.client.markChanged(push)
  world.clock.advance(1)
  world.respondWith(() => rocket(8))

  expect((await world.stars()).stars).toBe(8)
  early.resolve(rocket(7))
  expect((await first).stars).toBe(7)
  expect((await world.stars()).stars).toBe(8)
})

test('a response to a request from before a change does not count as new', async () => {
  const early = deferred<Response>()
  const world = createChangingWorld(() => early.promise)
  const first = world.stars()
  await expect.poll(() => world.requests.length).toBe(1)
  await world.client.markChanged(push)
  world.clock.advance(1)
  early.resolve(rocket(7))
  await first
  world.respondWith(() => rocket(8))
  expect((await world.stars()).stars).toBe(8)
})

test('a repository that was not found is requested again after a change', async () => {
  const world = createChangingWorld(() => Response.json({}, { status: 404 }))
  await expect(world.stars()).rejects.toThrow('404')
  world.respondWith(() => rocket(1))
  world.clock.advance(1)
  await expect(world.stars()).rejects.toThrow('404')
  await world.client.markChanged({ repoNames: ['acme/rocket'], topics: ['facts'] })
  world.clock.advance(1)
  expect((await world.stars()).stars).toBe(1)
})

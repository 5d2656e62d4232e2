import { expect, test } from 'vitest'
import {
  createPurgeQueue,
  MAX_PENDING_PURGE_TAGS,
  MAX_PURGE_ATTEMPTS,
  PURGE_JOIN_MS,
} from './purge-queue.server.ts'

/** A queue with a cache that fails as often as given, with its purges, its pauses and its failures. */
function createQueue(
  failures = 0,
  limits: { maxTags: number; maxLength?: number } = { maxTags: 10_000 },
) {
  const purges: string[][] = []
  const pauses: number[] = []
  const purged: string[][] = []
  const errors: object[] = []
  let failuresLeft = failures
  const queue = createPurgeQueue({
    purger: {
      ...limits,
      async purge(tags) {
        if (failuresLeft-- > 0) throw new Error('cache.test responds with status 503')
        purges.push([...tags])
      },
    },
    onPurged: (tags) => purged.push([...tags]),
    onError: (failure) => errors.push(failure),
    pause: async (ms) => {
      pauses.push(ms)
      await new Promise(setImmediate)
    },
  })
  return { purge: queue.purge, purges, purged, pauses, errors }
}

test('joins a burst of events into one purge', async () => {
  const { purge, purges, pauses } = createQueue()
  const all = Array.from({ length: 1000 }, (_, index) => purge([`repo:${index % 7}`, 'search']))
  await Promise.all(all)
  expect(purges).toEqual([
    ['repo:0', 'search', 'repo:1', 'repo:2', 'repo:3', 'repo:4', 'repo:5', 'repo:6'],
  ])
  expect(pauses).toEqual([PURGE_JOIN_MS])
})

test('purges no more tags at once than the cache accepts', async () => {
  const { purge, purges } = createQueue(0, { maxTags: 2 })
  await purge(['a', 'b', 'c'])
  await purge(['d'])
  expect(purges).toEqual([['a', 'b'], ['c'], ['d']])
})

test('purges no more characters at once than the cache accepts', async () => {
  const { purge, purges } = createQueue(0, { maxTags: 100, maxLength: 6 })
  await purge(['aa', 'bb', 'cc', 'longer-than-a-purge', 'dd'])
  expect(purges).toEqual([['aa', 'bb'], ['cc'], ['longer-than-a-purge'], ['dd']])
})

test('tries a purge that has failed again, later and later, and reports it', async () => {
  const { purge, purges, purged, pauses, errors } = createQueue(2)
  await purge(['repo:42'])
  expect(purges).toEqual([['repo:42']])
  expect(purged).toEqual([['repo:42']])
  expect(pauses).toEqual([100, 500, 1000])
  const message = 'cache.test responds with status 503'
  expect(errors).toEqual([
    { message, tags: 1, attempt: 1, isFinal: false },
    { message, tags: 1, attempt: 2, isFinal: false },
  ])
})

test('gives up after the last attempt, and purges later events', async () => {
  const { purge, purges, purged, errors } = createQueue(MAX_PURGE_ATTEMPTS)
  await purge(['repo:42'])
  expect([purges, purged]).toEqual([[], []])
  expect(errors.at(-1)).toMatchObject({ attempt: MAX_PURGE_ATTEMPTS, isFinal: true })
  await purge(['repo:43'])
  expect(purges).toEqual([['repo:43']])
})

test('lets only so many tags wait', async () => {
  const { purge, purges, errors } = createQueue()
  await purge(Array.from({ length: MAX_PENDING_PURGE_TAGS + 10 }, (_, index) => `repo:${index}`))
  expect(purges[0]?.length).toBe(MAX_PENDING_PURGE_TAGS)
  expect(errors).toEqual([{ message: 'too many tags wait', tags: 10, attempt: 0, isFinal: true }])
})

test('reports how long the oldest tag of a purge has waited', async () => {
  const purges: object[] = []
  let time = 0
  let failuresLeft = 1
  const queue = createPurgeQueue({
    purger: {
      maxTags: 10,
      async purge() {
        if (failuresLeft-- > 0) throw new Error('cache.test responds with status 503')
      },
    },
    onPurged: () => {},
    onError: () => {},
    onAttempt: (purge) => purges.push(purge),
    pause: async (ms) => {
      time += ms
      // A later event during the first pause of a retry.
      if (ms > PURGE_JOIN_MS) void queue.purge(['b'])
    },
    now: () => time,
  })
  await queue.purge(['a'])
  expect(purges).toEqual([
    { delayMs: PURGE_JOIN_MS, outcome: 'retried' },
    { delayMs: PURGE_JOIN_MS + 500, outcome: 'purged' },
  ])
})

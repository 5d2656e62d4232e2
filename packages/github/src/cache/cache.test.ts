import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createTestStores } from '../test-support/redis.ts'
import { createWorld, deferred, rocket, withPublicRepos } from '../test-support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
})

const noon = '2026-06-01T12:00:00.000Z'
const key = 'public https://github.test/repos/acme/rocket'
const entry = {
  data: {
    id: 1,
    fullName: 'acme/rocket',
    description: null,
    url: null,
    homepage: null,
    topics: [],
    defaultBranch: null,
    license: null,
    stars: 7,
    forks: null,
    watchers: null,
    openIssuesAndPulls: null,
    issuesDisabled: false,
    createdAt: null,
    pushedAt: null,
    archived: false,
    isTemplate: false,
    mirrorOf: null,
    isFork: false,
    forkOf: null,
  },
  pages: {},
  asOf: Date.parse(noon),
  sample: false,
}

test('sends no request while an entry is fresh', async () => {
  const { stars, clock, requests, cacheStatuses } = createWorld(() => rocket(1))
  await stars()
  clock.advance(59)
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(requests).toHaveLength(1)
  expect(cacheStatuses()).toEqual(['miss', 'hit'])
})

test('serves stale data at once while one request revalidates it', async () => {
  const { stars, clock, requests, respondWith, cacheStatuses } = createWorld(() => rocket(1))
  await stars()
  clock.advance(60)
  const { promise, resolve } = deferred<Response>()
  respondWith(() => promise)
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })

  resolve(rocket(2))
  await expect.poll(() => stars()).toEqual({ stars: 2, asOf: '2026-06-01T12:01:00.000Z' })
  expect(requests).toHaveLength(2)
  expect(cacheStatuses().slice(0, 3)).toEqual(['miss', 'stale', 'stale'])
})

test('waits for GitHub when the entry is past stale-while-revalidate', async () => {
  const { stars, clock, respondWith } = createWorld(() => rocket(1))
  await stars()
  clock.advance(600)
  respondWith(() => rocket(2))
  expect(await stars()).toEqual({ stars: 2, asOf: '2026-06-01T12:10:00.000Z' })
})

test('coalesces five hundred concurrent reads into one request', async () => {
  const { stars, requests, client } = createWorld(() => rocket(1))
  const all = await Promise.all(Array.from({ length: 500 }, () => stars()))
  expect(new Set(all.map((one) => JSON.stringify(one)))).toEqual(
    new Set([`{"stars":1,"asOf":"${noon}"}`]),
  )
  expect(requests).toHaveLength(1)
  expect(client.status().lookups).toEqual({
    hit: 0,
    stale: 0,
    miss: 1,
    revalidated: 0,
    coalesced: 499,
  })
})

test('fails five hundred coalesced reads together, and records one error', async () => {
  const { stars, requests, client } = createWorld(() => new Response(null, { status: 500 }))
  const all = await Promise.allSettled(Array.from({ length: 500 }, () => stars()))
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['rejected']))
  expect(requests).toHaveLength(1)
  expect(client.status().lastErrors).toHaveLength(1)
})

test('sends one request per max-age, however many reads there are', async () => {
  const { stars, clock, requests } = createWorld(({ headers }) =>
    headers.has('if-none-match')
      ? new Response(null, { status: 304 })
      : rocket(1, { etag: '"one"' }),
  )
  for (let second = 0; second < 180; second += 2) {
    await Promise.all([stars(), stars(), stars()])
    await expect.poll(async () => (await stars()).stale).toBe(undefined)
    clock.advance(2)
  }
  expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([
    null,
    '"one"',
    '"one"',
  ])
})

test('revalidates with the entity tag, and keeps the entry after a 304', async () => {
  const { stars, clock, requests, respondWith, cacheStatuses } = createWorld(() =>
    rocket(1, { etag: 'W/"a"' }),
  )
  await stars()
  clock.advance(601)
  respondWith(() => new Response(null, { status: 304 }))
  expect(await stars()).toEqual({ stars: 1, asOf: '2026-06-01T12:10:01.000Z' })
  clock.advance(59)
  expect(await stars()).toEqual({ stars: 1, asOf: '2026-06-01T12:10:01.000Z' })

  expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, 'W/"a"'])
  expect(cacheStatuses()).toEqual(['miss', 'revalidated', 'hit'])
})

test('sends the entity tag of the newest response, and none if it has none', async () => {
  const { stars, clock, requests, respondWith } = createWorld(() => rocket(1, { etag: '"a"' }))
  await stars()
  for (const response of [rocket(2, { etag: '"b"' }), rocket(3), rocket(4)]) {
    clock.advance(601)
    respondWith(() => response)
    await stars()
  }
  expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([
    null,
    '"a"',
    '"b"',
    null,
  ])
})

test('rejects a 304 to a request without an entity tag', async () => {
  const { stars, clock, respondWith } = createWorld(() => new Response(null, { status: 304 }))
  await expect(stars()).rejects.toMatchObject({ kind: 'malformed', status: 304 })
  clock.advance(2)
  respondWith(() => rocket(1))
  expect(await stars()).toEqual({ stars: 1, asOf: '2026-06-01T12:00:02.000Z' })
})

test('serves the last known data for a day while GitHub fails, and then throws', async () => {
  const { stars, clock, respondWith } = createWorld(() => rocket(1))
  await stars()
  respondWith(() => new Response(null, { status: 500 }))
  clock.advance(86_399)
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'upstream-error' })
  clock.advance(1)
  await expect(stars()).rejects.toMatchObject({ kind: 'unreachable', status: 500 })
})

test('serves the last known data while GitHub is computing, which is not an upstream error', async () => {
  const { stars, clock, respondWith } = createWorld(() => rocket(1))
  await stars()
  respondWith(() => new Response('{}', { status: 202 }))
  clock.advance(601)
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })
})

test('serves nothing past stale-if-error, however long the store keeps it', async () => {
  const { stars, shared, clock } = createWorld(() => new Response(null, { status: 500 }))
  await shared.set(key, entry, 1_000_000)
  clock.advance(86_399)
  expect(await stars()).toEqual({ stars: 7, asOf: noon, stale: 'upstream-error' })
  clock.advance(1)
  await expect(stars()).rejects.toMatchObject({ kind: 'unreachable', status: 500 })
})

test('records an error that stale data hides', async () => {
  const { stars, clock, respondWith, client } = createWorld(() => rocket(1))
  await stars()
  clock.advance(60)
  respondWith(() => new Response(null, { status: 500 }))
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })
  await expect
    .poll(() => client.status().lastErrors)
    .toEqual([
      {
        at: '2026-06-01T12:01:00.000Z',
        kind: 'unreachable',
        status: 500,
        path: '/repos/acme/rocket',
      },
    ])
})

test.each([
  [404, 'not-found'],
  [410, 'gone'],
  [451, 'blocked'],
])('caches a %i for half a minute, and drops the last known data', async (status, kind) => {
  const { stars, clock, requests, respondWith } = createWorld(() => rocket(1))
  await stars()
  clock.advance(600)
  respondWith(() => Response.json({}, { status }))
  await expect(stars()).rejects.toMatchObject({ kind, status })
  clock.advance(29)
  respondWith(() => new Response(null, { status: 500 }))
  await expect(stars()).rejects.toMatchObject({ kind, status, path: '/repos/acme/rocket' })
  expect(requests).toHaveLength(2)

  clock.advance(1)
  await expect(stars()).rejects.toMatchObject({ kind: 'unreachable' })
  clock.advance(2)
  respondWith(() => rocket(2))
  expect(await stars()).toEqual({ stars: 2, asOf: '2026-06-01T12:10:32.000Z' })
})

test('drops stale data when its revalidation returns a 404', async () => {
  const { stars, clock, respondWith } = createWorld(() => rocket(1))
  await stars()
  clock.advance(60)
  respondWith(() => Response.json({}, { status: 404 }))
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })
  await expect.poll(() => stars().catch(({ kind }) => kind)).toBe('not-found')
})

test('requests again after two seconds when GitHub is computing', async () => {
  const { client, clock, requests, respondWith } = createWorld(
    withPublicRepos(() => Response.json({}, { status: 202 })),
  )
  const weeks = () => client.forRequest().getCommitActivity('acme', 'rocket')
  await expect(weeks()).rejects.toMatchObject({ kind: 'computing', status: 202 })
  clock.advance(1)
  await expect(weeks()).rejects.toMatchObject({ kind: 'computing', status: 202 })
  // One for the repository.
  expect(requests).toHaveLength(2)

  clock.advance(1)
  const days = [0, 3, 0, 0, 0, 0, 0]
  respondWith(withPublicRepos(() => Response.json([{ week: 1_780_185_600, total: 3, days }])))
  expect(await weeks()).toEqual({
    data: [{ beginsAt: '2026-05-31T00:00:00.000Z', commits: 3, days }],
    asOf: '2026-06-01T12:00:02.000Z',
  })
})

test('caches "there is none" like any other response', async () => {
  const { client, clock, requests, respondWith } = createWorld(
    withPublicRepos(() => Response.json({}, { status: 404 })),
  )
  const release = () => client.forRequest().getLatestRelease('acme', 'rocket')
  expect(await release()).toEqual({ data: null, asOf: noon })
  clock.advance(20)
  expect(await release()).toEqual({ data: null, asOf: noon })
  // One for the repository.
  expect(requests).toHaveLength(2)

  clock.advance(600)
  respondWith(withPublicRepos(() => new Response(null, { status: 500 })))
  expect(await release()).toEqual({ data: null, asOf: noon, stale: 'upstream-error' })
  expect(client.status().lastErrors.map(({ status }) => status)).toEqual([500])
})

test('caches each page of a list separately, with its link to the next', async () => {
  const { client, requests } = createWorld(({ url }) =>
    Response.json([{ full_name: 'acme/rocket' }], {
      headers: url.includes('&page=1&')
        ? { link: '<https://github.test/x?page=2>; rel="next"' }
        : {},
    }),
  )
  const list = (page: number) =>
    client.forRequest().listOwnerRepos('acme', { sort: 'pushed', page })
  for (const _time of ['cold', 'warm']) {
    expect((await list(1)).data).toMatchObject({ page: 1, hasNext: true, lastPage: null })
    expect((await list(2)).data).toMatchObject({ page: 2, hasNext: false, lastPage: 2 })
  }
  expect(requests).toHaveLength(2)
})

test('throws at the deadline, and stores the response for the next read', async () => {
  const { promise, resolve } = deferred<Response>()
  const { stars, requests } = createWorld(() => promise)
  await expectSettledAt(100, stars({ deadlineMs: 100 }), {
    message: 'GitHub did not respond to GET /repos/acme/rocket: no complete response in time',
    kind: 'unreachable',
  })

  resolve(rocket(1))
  await expect.poll(() => stars().catch(() => {})).toEqual({ stars: 1, asOf: noon })
  expect(requests).toHaveLength(1)
})

test('serves the last known data at the deadline', async () => {
  const { stars, clock, respondWith } = createWorld(() => rocket(1))
  await stars()
  clock.advance(3600)
  respondWith(() => new Promise(() => {}))
  await expectSettledAt(100, stars({ deadlineMs: 100 }), {
    stars: 1,
    asOf: noon,
    stale: 'upstream-error',
  })
})

test('shares its entries with another process', async () => {
  const { stars, createSecondClient, requests } = createWorld(() => rocket(1))
  await stars()
  expect(await stars({}, createSecondClient())).toEqual({ stars: 1, asOf: noon })
  expect(requests).toHaveLength(1)
})

test.each([
  null,
  7,
  'text',
  true,
  [],
  {},
  { ...entry, data: undefined },
  { ...entry, data: null },
  { ...entry, data: { ...entry.data, stars: '7' } },
  { ...entry, data: { ...entry.data, topics: undefined } },
  { ...entry, pages: null },
  { ...entry, pages: { next: 'two' } },
  { ...entry, asOf: noon },
  { ...entry, asOf: null },
  { ...entry, asOf: 1e300 },
  { ...entry, asOf: -1e300 },
  { ...entry, sample: 'no' },
  { value: entry },
])('treats %o in the store as a miss', async (garbage) => {
  const { stars, shared, requests } = createWorld(() => rocket(1))
  await shared.set(key, garbage, 60)
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(requests).toHaveLength(1)
})

test.each([null, 7, 'not-found', {}, { kind: 'unreachable', path: '/' }, { kind: 'gone' }])(
  'ignores %o in place of a cached error',
  async (garbage) => {
    const { stars, shared } = createWorld(() => rocket(1))
    await shared.set(`error ${key}`, garbage, 60)
    expect(await stars()).toEqual({ stars: 1, asOf: noon })
  },
)

test.each(['', 'bare', '"a"\r\nx: y', '"ü€"', 7, null])(
  'never sends an invalid entity tag: %o',
  async (etag) => {
    const { stars, shared, clock, requests } = createWorld(() => rocket(1))
    await shared.set(key, { ...entry, etag }, 86_400)
    clock.advance(3600)
    expect(await stars()).toEqual({ stars: 1, asOf: '2026-06-01T13:00:00.000Z' })
    expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([null])
  },
)

test('never sends an invalid entity tag that GitHub has sent', async () => {
  const respond = () => rocket(1, { etag: 'bare' })
  const { stars, clock, requests } = createWorld(respond, { stores: createTestStores() })
  await stars()
  clock.advance(3600)
  await stars()
  expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, null])
})

test.each([-30, -3600, -315_360_000])(
  'requests again when the clock is set %i seconds back',
  async (seconds) => {
    const { stars, clock, requests, respondWith } = createWorld(() => rocket(1))
    await stars()
    clock.advance(seconds)
    respondWith(() => rocket(2))
    expect(await stars()).toMatchObject({ stars: 2 })
    expect(await stars()).toMatchObject({ stars: 2 })
    expect(requests).toHaveLength(2)
  },
)

test('requests again when the clock is set years forward and back', async () => {
  const { stars, clock, requests } = createWorld(() => rocket(1))
  await stars()
  clock.advance(315_360_000)
  expect(await stars()).toEqual({ stars: 1, asOf: '2036-05-29T12:00:00.000Z' })
  clock.advance(-315_360_000)
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(requests).toHaveLength(3)
})

/** Expects that a promise settles when its deadline has passed, and not before. */
async function expectSettledAt(milliseconds: number, promise: Promise<object>, outcome: object) {
  let settled: unknown
  promise.then(
    (value) => {
      settled = value
    },
    (error: unknown) => {
      settled = error
    },
  )
  await vi.advanceTimersByTimeAsync(milliseconds - 1)
  expect(settled).toBeUndefined()
  // One more millisecond, to read a response that arrived at the deadline.
  await vi.advanceTimersByTimeAsync(2)
  expect(settled).toMatchObject(outcome)
}

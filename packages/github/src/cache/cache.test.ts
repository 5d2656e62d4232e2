import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createWorld, promised, rocket } from '../test-support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
})

const noon = '2026-06-01T12:00:00.000Z'
const key = 'public https://github.test/repos/acme/rocket'
const entry = {
  data: { fullName: 'acme/rocket', stars: 7 },
  pages: {},
  asOf: Date.parse(noon),
  sample: false,
}

test('asks nothing while an answer is fresh', async () => {
  const { stars, clock, requests, cacheStatuses } = createWorld(() => rocket(1))
  await stars()
  clock.pass(59)
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(requests).toHaveLength(1)
  expect(cacheStatuses()).toEqual(['miss', 'hit'])
})

test('answers at once with what it has while one question asks for newer data', async () => {
  const { stars, clock, requests, answers, cacheStatuses } = createWorld(() => rocket(1))
  await stars()
  clock.pass(60)
  const { promise, keep } = promised<Response>()
  answers(() => promise)
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })

  keep(rocket(2))
  await expect.poll(() => stars()).toEqual({ stars: 2, asOf: '2026-06-01T12:01:00.000Z' })
  expect(requests).toHaveLength(2)
  expect(cacheStatuses().slice(0, 3)).toEqual(['miss', 'stale', 'stale'])
})

test('waits for GitHub when what it has is too old', async () => {
  const { stars, clock, answers } = createWorld(() => rocket(1))
  await stars()
  clock.pass(600)
  answers(() => rocket(2))
  expect(await stars()).toEqual({ stars: 2, asOf: '2026-06-01T12:10:00.000Z' })
})

test('asks one question for five hundred readers at once', async () => {
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

test('lets five hundred readers fail together, and tells of one failure', async () => {
  const { stars, requests, client } = createWorld(() => new Response(null, { status: 500 }))
  const all = await Promise.allSettled(Array.from({ length: 500 }, () => stars()))
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['rejected']))
  expect(requests).toHaveLength(1)
  expect(client.status().lastErrors).toHaveLength(1)
})

test('asks once in a window of freshness, however many read', async () => {
  const { stars, clock, requests } = createWorld(({ headers }) =>
    headers.has('if-none-match')
      ? new Response(null, { status: 304 })
      : rocket(1, { etag: '"one"' }),
  )
  for (let second = 0; second < 180; second += 2) {
    await Promise.all([stars(), stars(), stars()])
    await expect.poll(async () => (await stars()).stale).toBe(undefined)
    clock.pass(2)
  }
  expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([
    null,
    '"one"',
    '"one"',
  ])
})

test('asks whether its answer has changed, and keeps it when it has not', async () => {
  const { stars, clock, requests, answers, cacheStatuses } = createWorld(() =>
    rocket(1, { etag: 'W/"a"' }),
  )
  await stars()
  clock.pass(601)
  answers(() => new Response(null, { status: 304 }))
  expect(await stars()).toEqual({ stars: 1, asOf: '2026-06-01T12:10:01.000Z' })
  clock.pass(59)
  expect(await stars()).toEqual({ stars: 1, asOf: '2026-06-01T12:10:01.000Z' })

  expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, 'W/"a"'])
  expect(cacheStatuses()).toEqual(['miss', 'revalidated', 'hit'])
})

test('takes the entity tag of the newest answer, and none where it has none', async () => {
  const { stars, clock, requests, answers } = createWorld(() => rocket(1, { etag: '"a"' }))
  await stars()
  for (const answer of [rocket(2, { etag: '"b"' }), rocket(3), rocket(4)]) {
    clock.pass(601)
    answers(() => answer)
    await stars()
  }
  expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([
    null,
    '"a"',
    '"b"',
    null,
  ])
})

test('takes a 304 for no answer when there is nothing that could be unchanged', async () => {
  const { stars, answers } = createWorld(() => new Response(null, { status: 304 }))
  await expect(stars()).rejects.toMatchObject({ kind: 'malformed', status: 304 })
  answers(() => rocket(1))
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
})

test('gives the last good answer for a day while GitHub fails, and then the failure', async () => {
  const { stars, clock, answers } = createWorld(() => rocket(1))
  await stars()
  answers(() => new Response(null, { status: 500 }))
  clock.pass(86_399)
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'upstream-error' })
  clock.pass(1)
  await expect(stars()).rejects.toMatchObject({ kind: 'unreachable', status: 500 })
})

test('gives the last good answer while GitHub counts anew, which is no failure', async () => {
  const { stars, clock, answers } = createWorld(() => rocket(1))
  await stars()
  answers(() => new Response('{}', { status: 202 }))
  clock.pass(601)
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })
})

test('gives no older answer than that, however long the store keeps it', async () => {
  const { stars, shared, clock } = createWorld(() => new Response(null, { status: 500 }))
  await shared.set(key, entry, 1_000_000)
  clock.pass(86_399)
  expect(await stars()).toEqual({ stars: 7, asOf: noon, stale: 'upstream-error' })
  clock.pass(1)
  await expect(stars()).rejects.toMatchObject({ kind: 'unreachable', status: 500 })
})

test('tells of a failure that the last good answer hides', async () => {
  const { stars, clock, answers, client } = createWorld(() => rocket(1))
  await stars()
  clock.pass(60)
  answers(() => new Response(null, { status: 500 }))
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
])('keeps a %i for half a minute, and the last good answer no longer', async (status, kind) => {
  const { stars, clock, requests, answers } = createWorld(() => rocket(1))
  await stars()
  clock.pass(600)
  answers(() => Response.json({}, { status }))
  await expect(stars()).rejects.toMatchObject({ kind, status })
  clock.pass(29)
  answers(() => new Response(null, { status: 500 }))
  await expect(stars()).rejects.toMatchObject({ kind, status, path: '/repos/acme/rocket' })
  expect(requests).toHaveLength(2)

  clock.pass(1)
  await expect(stars()).rejects.toMatchObject({ kind: 'unreachable' })
  answers(() => rocket(2))
  expect(await stars()).toEqual({ stars: 2, asOf: '2026-06-01T12:10:30.000Z' })
})

test('finds out behind an old answer that there is nothing any more', async () => {
  const { stars, clock, answers } = createWorld(() => rocket(1))
  await stars()
  clock.pass(60)
  answers(() => Response.json({}, { status: 404 }))
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'revalidating' })
  await expect.poll(() => stars().catch(({ kind }) => kind)).toBe('not-found')
})

test('asks again after two seconds when GitHub is computing', async () => {
  const { client, clock, requests, answers } = createWorld(() => Response.json({}, { status: 202 }))
  const weeks = () => client.forRequest().getCommitActivity('acme', 'rocket')
  await expect(weeks()).rejects.toMatchObject({ kind: 'computing', status: 202 })
  clock.pass(1)
  await expect(weeks()).rejects.toMatchObject({ kind: 'computing', status: 202 })
  expect(requests).toHaveLength(1)

  clock.pass(1)
  const days = [0, 3, 0, 0, 0, 0, 0]
  answers(() => Response.json([{ week: 1_780_185_600, total: 3, days }]))
  expect(await weeks()).toEqual({
    data: [{ beginsAt: '2026-05-31T00:00:00.000Z', commits: 3, days }],
    asOf: '2026-06-01T12:00:02.000Z',
  })
})

test('keeps "there is none" like any other answer', async () => {
  const { client, clock, requests, answers } = createWorld(() => Response.json({}, { status: 404 }))
  const release = () => client.forRequest().getLatestRelease('acme', 'rocket')
  expect(await release()).toEqual({ data: null, asOf: noon })
  clock.pass(20)
  expect(await release()).toEqual({ data: null, asOf: noon })
  expect(requests).toHaveLength(1)

  clock.pass(600)
  answers(() => new Response(null, { status: 500 }))
  expect(await release()).toEqual({ data: null, asOf: noon, stale: 'upstream-error' })
  expect(client.status().lastErrors.map(({ status }) => status)).toEqual([500])
})

test('keeps apart the pages of a list, and what a page says of the next', async () => {
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

test('leaves at the deadline, and the answer is there for the next reader', async () => {
  const { promise, keep } = promised<Response>()
  const { stars, requests } = createWorld(() => promise)
  await expectSettledAt(100, stars({ deadlineMs: 100 }), {
    message: 'GitHub did not respond to GET /repos/acme/rocket: no complete response in time',
    kind: 'unreachable',
  })

  keep(rocket(1))
  await expect.poll(() => stars().catch(() => {})).toEqual({ stars: 1, asOf: noon })
  expect(requests).toHaveLength(1)
})

test('leaves at the deadline with the last good answer', async () => {
  const { stars, clock, answers } = createWorld(() => rocket(1))
  await stars()
  clock.pass(3600)
  answers(() => new Promise(() => {}))
  await expectSettledAt(100, stars({ deadlineMs: 100 }), {
    stars: 1,
    asOf: noon,
    stale: 'upstream-error',
  })
})

test('shares what is kept with another process', async () => {
  const { stars, another, requests } = createWorld(() => rocket(1))
  await stars()
  expect(await stars({}, another())).toEqual({ stars: 1, asOf: noon })
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
  { ...entry, pages: null },
  { ...entry, pages: { next: 'two' } },
  { ...entry, asOf: noon },
  { ...entry, asOf: null },
  { ...entry, asOf: 1e300 },
  { ...entry, asOf: -1e300 },
  { ...entry, sample: 'no' },
  { value: entry },
])('takes %o in the store for nothing', async (garbage) => {
  const { stars, shared, requests } = createWorld(() => rocket(1))
  await shared.set(key, garbage, 60)
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(await stars()).toEqual({ stars: 1, asOf: noon })
  expect(requests).toHaveLength(1)
})

test.each([null, 7, 'not-found', {}, { kind: 'unreachable', path: '/' }, { kind: 'gone' }])(
  'takes %o in place of a refusal for nothing',
  async (garbage) => {
    const { stars, shared } = createWorld(() => rocket(1))
    await shared.set(`error ${key}`, garbage, 60)
    expect(await stars()).toEqual({ stars: 1, asOf: noon })
  },
)

test.each(['', 'bare', '"a"\r\nx: y', '"ü€"', 7, null])(
  'sends no entity tag that is none: %o',
  async (etag) => {
    const { stars, shared, clock, requests } = createWorld(() => rocket(1))
    await shared.set(key, { ...entry, etag }, 86_400)
    clock.pass(3600)
    expect(await stars()).toEqual({ stars: 1, asOf: '2026-06-01T13:00:00.000Z' })
    expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([null])
  },
)

test.each([-3600, -315_360_000])(
  'asks again, and goes on, when the clock is set %i seconds back',
  async (seconds) => {
    const { stars, clock, requests, answers } = createWorld(() => rocket(1))
    await stars()
    clock.pass(seconds)
    answers(() => rocket(2))
    expect(await stars()).toMatchObject({ stars: 2 })
    expect(await stars()).toMatchObject({ stars: 2 })
    expect(requests).toHaveLength(2)
  },
)

test('asks again, and goes on, when the clock is set years forward and back again', async () => {
  const { stars, clock, requests } = createWorld(() => rocket(1))
  await stars()
  clock.pass(315_360_000)
  expect(await stars()).toEqual({ stars: 1, asOf: '2036-05-29T12:00:00.000Z' })
  clock.pass(-315_360_000)
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
  // One millisecond more, in which what has arrived at the deadline is read.
  await vi.advanceTimersByTimeAsync(2)
  expect(settled).toMatchObject(outcome)
}

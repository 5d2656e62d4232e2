import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { ClientOptions } from '../client/client.ts'
import { createWorld, rocket } from '../test-support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
})

const noon = '2026-06-01T12:00:00.000Z'
const notRequested = {
  kind: 'unreachable',
  message: expect.stringContaining('not requested, because GitHub does not respond'),
}
const owner = () => Response.json({ login: 'acme' })
const hang = () => new Promise<Response>(() => {})
const refuse = async (): Promise<Response> => {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
  })
}

/** A world with cold reads of owners, each another resource. */
function worldOfOwners(
  respond: (request: Request) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
) {
  const world = createWorld(respond, options)
  let count = 0
  const read = () => world.client.forRequest().getOwner(`acme${count++}`)

  /** Advances the clock and the timers together. */
  async function pass(milliseconds: number): Promise<void> {
    world.clock.advance(milliseconds / 1000)
    await vi.advanceTimersByTimeAsync(milliseconds)
  }

  /** Reads a number of owners at once, and returns the message of each error. */
  async function readAll(owners: number) {
    const reads = await Promise.allSettled(Array.from({ length: owners }, read))
    return reads.map((one) => (one.status === 'rejected' ? one.reason : one.value))
  }
  return { ...world, read, readAll, pass }
}

test.each([
  ['refuses connections', refuse],
  ['fails with 500', () => Response.json({}, { status: 500 })],
])('sends one probe for two hundred cold reads while GitHub %s', async (_fault, respond) => {
  const { readAll, requests } = worldOfOwners(respond)
  for (let n = 0; n < 5; n++) await readAll(1)
  const before = requests.length

  const errors = await readAll(200)
  expect(requests.length - before).toBeLessThanOrEqual(2)
  expect(new Set(errors.map(({ kind }) => kind))).toEqual(new Set(['unreachable']))
  expect(errors.filter(({ isSent }) => !isSent).length).toBeGreaterThanOrEqual(199)
})

test.each([
  ['a second', 1, 40],
  ['three seconds', 3, 5],
])(
  'opens when GitHub last responded %s ago, after enough failures in a row',
  async (_time, seconds, failures) => {
    const { readAll, requests, respondWith, pass } = worldOfOwners(owner)
    await readAll(1)
    respondWith(() => Response.json({}, { status: 500 }))
    await pass(seconds * 1000)
    for (let n = 0; n < 60; n++) await readAll(1)
    // The last request is the first probe.
    expect(requests).toHaveLength(1 + failures + 1)
  },
)

test('fails queued requests as soon as GitHub hangs, and later cold reads at once', async () => {
  const { read, readAll, requests, pass } = worldOfOwners(hang)
  const first = readAll(200)
  await expect.poll(() => requests.length).toBe(24)
  await pass(3000)
  // Slow requests have released their slots once before the circuit opened.
  expect(requests.length).toBeLessThanOrEqual(2 * 24)
  const sent = requests.length + 1

  const probe = read()
  probe.catch(() => {})
  await pass(0)
  await pass(100)
  await expect(probe).rejects.toMatchObject(notRequested)
  await expect(read()).rejects.toMatchObject(notRequested)
  await expect(read()).rejects.toMatchObject(notRequested)
  expect(requests).toHaveLength(sent)
  await pass(1000)
  const errors = await first
  expect(errors.filter(({ isSent }) => !isSent)).toHaveLength(200)
})

test('sends one probe after one second, two and three, and then every three', async () => {
  const { readAll, requests, clock } = worldOfOwners(refuse)
  for (let n = 0; n < 6; n++) await readAll(1)
  const probes: number[] = []
  for (let second = 1; second <= 12; second++) {
    const before = requests.length
    clock.advance(1)
    await readAll(20)
    if (requests.length > before) probes.push(second)
  }
  expect(probes).toEqual([1, 3, 6, 9, 12])
})

test('lets a whole page through as soon as the probe of its first read succeeds', async () => {
  const { readAll, requests, respondWith, pass } = worldOfOwners(refuse)
  for (let n = 0; n < 6; n++) await readAll(1)
  respondWith(owner)
  await pass(3000)
  const before = requests.length
  expect(await readAll(14)).toEqual(Array(14).fill(expect.objectContaining({ asOf: later(3) })))
  expect(requests.length - before).toBe(14)
})

test('does not let a visitor wait for a probe that hangs, and sends another in its place', async () => {
  const { read, requests, respondWith, pass, readAll } = worldOfOwners(hang)
  const first = readAll(16)
  await expect.poll(() => requests.length).toBe(16)
  await pass(3000)

  // Handled from the start: it is rejected while time passes.
  const probing = expect(read()).rejects.toMatchObject(notRequested)
  await expect.poll(() => requests.length).toBe(17)
  await pass(100)
  await probing
  await pass(1000)
  await expect(read()).rejects.toMatchObject(notRequested)
  expect(requests).toHaveLength(17)

  respondWith(owner)
  await pass(2000)
  expect(await read()).toMatchObject({ data: { login: 'acme' } })
  expect(requests).toHaveLength(18)
  await first
})

test('requests again at once, after an outage, the resources that failed in it', async () => {
  const { stars, readAll, requests, respondWith, pass } = worldOfOwners(refuse)
  await expect(stars()).rejects.toMatchObject({ kind: 'unreachable' })
  for (let n = 0; n < 6; n++) await readAll(1)
  await expect(stars()).rejects.toMatchObject({ kind: 'unreachable' })
  respondWith(() => rocket(1))
  await pass(1000)
  const before = requests.length
  // It would wait for four seconds, but it is the probe.
  expect(await stars()).toMatchObject({ stars: 1 })
  expect(requests.length - before).toBe(1)
})

test('replaces a request that hangs because of a past outage', async () => {
  const { stars, readAll, requests, respondWith, pass } = worldOfOwners(hang)
  const hanging = [stars().catch(() => {}), readAll(8)]
  await expect.poll(() => requests.length).toBe(9)
  await pass(5000)
  await Promise.all(hanging)
  await expect(stars()).rejects.toMatchObject({ kind: 'unreachable' })

  respondWith((request) => (request.url.includes('/users/') ? owner() : rocket(1)))
  await pass(3000)
  await readAll(1)
  expect(await stars()).toMatchObject({ stars: 1 })
})

test('serves stored data while GitHub does not respond', async () => {
  const { stars, readAll, requests, respondWith, pass } = worldOfOwners(() => rocket(1))
  await stars()
  respondWith(refuse)
  await pass(60_000)
  for (let n = 0; n < 6; n++) await readAll(1)
  const before = requests.length
  expect(await stars()).toEqual({ stars: 1, asOf: noon, stale: 'upstream-error' })
  await pass(0)
  expect(requests).toHaveLength(before)
})

test.each([404, 403, 429])('treats a %i as a sign that GitHub is up', async (status) => {
  const { readAll, read } = worldOfOwners(() => Response.json({}, { status }))
  await readAll(20)
  await expect(read()).rejects.toMatchObject({ kind: expect.not.stringContaining('unreachable') })
})

test('treats a response that cannot be read as a sign that GitHub is up', async () => {
  const { readAll, requests } = worldOfOwners(() => Response.json(7))
  await readAll(20)
  expect(requests).toHaveLength(20)
})

test('requests other repositories while one of them hangs with all that a page reads', async () => {
  const { client, pass, read, requests } = worldOfOwners(hang)
  const github = client.forRequest()
  const slow = Promise.allSettled([
    github.getRepo('acme', 'slow'),
    github.getLanguages('acme', 'slow'),
    github.getCommitActivity('acme', 'slow'),
    github.getLatestRelease('acme', 'slow'),
    github.listReleases('acme', 'slow', { page: 1 }),
  ])
  await pass(3000)
  expect(requests).toHaveLength(5)

  // An open circuit would let one of them through.
  const others = Promise.allSettled([read(), read()])
  await pass(0)
  expect(requests).toHaveLength(7)
  await pass(10_000)
  await Promise.all([slow, others])
})

test('requests everything while one resource in six responds', async () => {
  let count = 0
  const { readAll, requests } = worldOfOwners(() =>
    count++ % 6 === 0 ? owner() : Response.json({}, { status: 500 }),
  )
  for (let n = 0; n < 60; n++) await readAll(1)
  expect(requests).toHaveLength(60)
})

test('requests everything while a few resources fail again and again', async () => {
  const { client, requests, pass, stars, respondWith } = worldOfOwners(() =>
    Response.json({}, { status: 500 }),
  )
  for (let n = 0; n < 20; n++) {
    for (const name of ['a', 'b', 'c', 'd']) {
      await client
        .forRequest()
        .getOwner(name)
        .catch(() => {})
    }
    await pass(60_000)
  }
  expect(requests).toHaveLength(80)
  respondWith(() => rocket(1))
  expect(await stars()).toMatchObject({ stars: 1 })
})

test('does not wait longer for a probe when the clock is set back', async () => {
  const { read, readAll, clock, respondWith } = worldOfOwners(refuse)
  for (let n = 0; n < 6; n++) await readAll(1)
  clock.advance(-3600)
  respondWith(owner)
  expect(await read()).toMatchObject({ data: { login: 'acme' } })
})

function later(seconds: number): string {
  return new Date(Date.parse(noon) + seconds * 1000).toISOString()
}

test('reports once that the circuit opens, and once that it closes', async () => {
  const states: string[] = []
  const { readAll, respondWith, pass } = worldOfOwners(refuse, {
    onCircuitChange: (state) => states.push(state),
  })
  for (let n = 0; n < 8; n++) await readAll(1)
  expect(states).toEqual(['open'])
  respondWith(owner)
  await pass(1000)
  await readAll(3)
  expect(states).toEqual(['open', 'closed'])
})

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createConcurrencyLimit } from './concurrency-limit.ts'
import { GitHubError } from './github-error.ts'
import { createRequestSlots, type RequestBatch, type SlotShare } from './request-slots.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  onTestFinished(() => void vi.useRealTimers())
})

const PAGE_REQUESTS = 14
const DEADLINE_MS = 4000
const publicShare: SlotShare = { group: 'public', share: 0.75 }
const viewerShares: SlotShare[] = [
  { group: 'viewers', share: 0.75 },
  { group: 'ann', share: 0.25 },
]

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
const hang = () => new Promise<never>(() => {})

/** Slots in front of a GitHub that takes 300 ms for each request. */
function createWorld() {
  const slots = createRequestSlots(Date.now)
  let concurrent = 0
  let maxConcurrent = 0
  let repoCount = 0

  async function respond(): Promise<void> {
    concurrent++
    maxConcurrent = Math.max(maxConcurrent, concurrent)
    await sleep(300)
    concurrent--
  }

  type Options = {
    batch?: RequestBatch
    isEssential?: boolean
    shares?: readonly SlotShare[]
    deadline?: number
    respond?: (signal: AbortSignal, onHang: () => void) => Promise<unknown>
  }
  function send(options: Options = {}) {
    const request = {
      path: '/',
      batch: slots.createBatch(),
      isEssential: false,
      shares: [publicShare],
      deadline: Date.now() + DEADLINE_MS,
      ...options,
    }
    return slots.run(request, options.respond ?? respond)
  }

  /** Visits a cold page: whole, rejected at once, or in part. */
  async function visit(options: Options = {}): Promise<'whole' | 'rejected' | 'in part'> {
    const startedAt = Date.now()
    const batch = slots.createBatch()
    const shares = options.shares ?? [publicShare, { group: `repo ${repoCount++}`, share: 0.5 }]
    const sent = Array.from({ length: PAGE_REQUESTS }, (_, index) =>
      send({ ...options, batch, shares, isEssential: index === 0 }),
    )
    const results = await Promise.race([Promise.allSettled(sent), sleep(DEADLINE_MS)])
    const rejected = results?.filter(({ status }) => status === 'rejected').length
    if (rejected === 0) return 'whole'
    return rejected === PAGE_REQUESTS && Date.now() === startedAt ? 'rejected' : 'in part'
  }

  /** Visits pages at a rate for some seconds; returns how many had each result. */
  async function visitAll(pagesPerSecond: number, seconds: number, options: Options = {}) {
    const visits: ReturnType<typeof visit>[] = []
    for (let page = 0; page < pagesPerSecond * seconds; page++) {
      visits.push(visit(options))
      await vi.advanceTimersByTimeAsync(1000 / pagesPerSecond)
    }
    await vi.advanceTimersByTimeAsync(DEADLINE_MS)
    const results = await Promise.all(visits)
    const count = (result: string) => results.filter((one) => one === result).length
    return { whole: count('whole'), rejected: count('rejected'), inPart: count('in part') }
  }

  return { slots, send, visit, visitAll, maxConcurrent: () => maxConcurrent }
}

test('serves ten complete cold pages a second at a latency of 300 ms', async () => {
  expect(await createWorld().visitAll(10, 10)).toEqual({ whole: 100, rejected: 0, inPart: 0 })
})

test('serves as many pages as it can under three times the load, and rejects the rest at once', async () => {
  const seconds = 20
  // Three quarters of ninety slots, each for 300 ms.
  const fitting = Math.floor((0.75 * 90) / 0.3 / PAGE_REQUESTS)
  const usual = await createWorld().visitAll(fitting, seconds)
  expect(usual).toEqual({ whole: fitting * seconds, rejected: 0, inPart: 0 })

  const overload = await createWorld().visitAll(3 * fitting, seconds)
  expect(overload.whole).toBeGreaterThanOrEqual(usual.whole)
  expect(overload.rejected).toBeGreaterThan(usual.whole)
  // The first pages are accepted before the latency is known.
  expect(overload.inPart).toBeLessThan(0.02 * overload.whole)
})

test('never has more than ninety open requests, and uses them while requests are queued', async () => {
  const world = createWorld()
  await world.visitAll(40, 5, { shares: [{ group: 'all', share: 1 }] })
  expect(world.maxConcurrent()).toBe(90)
})

test('follows the latency with the limit of concurrent requests', () => {
  let now = 0
  const limit = createConcurrencyLimit(() => now)
  const record = (responses: number, latencyMs: number, hasQueue = true) => {
    for (let count = 0; count < responses; count++) limit.recordLatency(latencyMs, hasQueue)
    return limit.current()
  }
  expect(record(100, 300, false)).toBe(32)
  expect(record(40, 300)).toBe(42)
  expect(record(1000, 300)).toBe(90)

  // A burst of slow responses counts once.
  expect(record(20, 1500)).toBe(72)
  now += 1500
  expect(record(1, 1500)).toBe(57)
  for (let roundTrip = 0; roundTrip < 20; roundTrip++) {
    now += 1500
    record(1, 1500)
  }
  expect(limit.current()).toBe(16)
  expect(record(1000, 300)).toBe(90)
})

test('serves complete pages of other repositories while two repositories hang', async () => {
  const world = createWorld()
  const hung = ['a', 'b'].map((repo) =>
    world.visit({ respond: hang, shares: [publicShare, { group: repo, share: 0.5 }] }),
  )
  expect(await world.visitAll(4, 5)).toEqual({ whole: 20, rejected: 0, inPart: 0 })
  expect(await Promise.all(hung)).toEqual(['in part', 'in part'])
})

test('sends a viewer’s request at once while public requests are queued', async () => {
  const { send, slots } = createWorld()
  const batch = slots.createBatch()
  const flood = Array.from({ length: 200 }, () => send({ batch }))
  let isDone = false
  void send({ shares: viewerShares }).then(() => {
    isDone = true
  })
  await vi.advanceTimersByTimeAsync(300)
  expect(isDone).toBe(true)
  await vi.advanceTimersByTimeAsync(DEADLINE_MS)
  await Promise.allSettled(flood)
})

test('sends essential requests first, and then those of the page that began first', async () => {
  const { send, slots } = createWorld()
  const order: string[] = []
  const sent: Promise<unknown>[] = []
  const add = (name: string, batch: RequestBatch, isEssential = false) => {
    const respond = async () => void order.push(name)
    sent.push(send({ batch, isEssential, respond }))
  }
  for (let slot = 0; slot < 24; slot++) sent.push(send())
  const [first, second] = [slots.createBatch(), slots.createBatch()]
  add('second', second)
  add('first', first)
  add('second, essential', second, true)
  await vi.advanceTimersByTimeAsync(1000)
  await Promise.all(sent)
  expect(order).toEqual(['second, essential', 'first', 'second'])
})

test('aborts a request that hangs when ninety are open', async () => {
  const { send } = createWorld()
  const signals: AbortSignal[] = []
  const hung = (signal: AbortSignal, onHang: () => void) => {
    signals.push(signal)
    setTimeout(onHang, 3000)
    return hang()
  }
  const isAborted = () => signals.filter(({ aborted }) => aborted).length
  for (let count = 0; count < 90; count++) {
    void send({
      respond: hung,
      deadline: Date.now() + 60_000,
      shares: [{ group: `repo ${count}`, share: 0.5 }],
    })
  }
  await vi.advanceTimersByTimeAsync(12_000)
  expect([signals.length, isAborted()]).toEqual([90, 0])

  await send({ respond: async () => {} })
  expect(isAborted()).toBe(1)
  expect(signals[0]?.aborted).toBe(true)
})

test('rejects all queued requests at once', async () => {
  const { send, slots } = createWorld()
  const sent = Promise.allSettled(Array.from({ length: 40 }, () => send()))
  slots.rejectQueued((path) => new GitHubError('unreachable', { path, isSent: false }))
  await vi.advanceTimersByTimeAsync(300)
  const rejected = (await sent).filter(({ status }) => status === 'rejected')
  expect(rejected).toHaveLength(40 - 24)
})

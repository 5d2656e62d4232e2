import { expect, test, vi } from 'vitest'
import { createNeedQueue, type NeedQueue } from './need-queue.ts'

function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

test('starts the most needed reads first, and at most 32 at once', async () => {
  const queue = createNeedQueue()
  const { promise, resolve } = deferred()
  const started: number[] = []
  const running = { now: 0, most: 0 }
  const ranks = [...Array(32).fill(0), 3, 1, 2, 1]
  const reads = ranks.map((rank) =>
    queue.run(rank, async () => {
      started.push(rank)
      running.now++
      running.most = Math.max(running.most, running.now)
      await promise
      running.now--
    }),
  )
  await vi.waitFor(() => expect(started).toHaveLength(32))
  resolve()
  await Promise.all(reads)
  expect(started.slice(32)).toEqual([1, 1, 2, 3])
  expect(running.most).toBe(32)
})

test('a failed read makes room for the next', async () => {
  const queue = createNeedQueue()
  const failing = Array.from({ length: 32 }, () =>
    queue.run(0, () => Promise.reject(new Error('no'))),
  )
  const next = queue.run(1, async () => 'read')
  await Promise.allSettled(failing)
  expect(await next).toBe('read')
})

test('waits until 1.3 times a chain of two reads has passed', async () => {
  vi.useFakeTimers()
  const clock = { ms: 0 }
  const queue = createNeedQueue({ now: () => clock.ms })
  const results: string[] = []
  const slow = queue
    .waitFor(new Promise(() => {}))
    .then((result) => results.push(`slow: ${result}`))
  await endRead(queue, () => {
    clock.ms = 500
  })
  expect(await queue.waitFor(Promise.resolve('read'))).toBe('read')
  await vi.advanceTimersByTimeAsync(799)
  expect(results).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await slow
  expect(results).toEqual(['slow: undefined'])
  vi.useRealTimers()
})

test('the reads on which all others depend are a part of the chain', async () => {
  vi.useFakeTimers()
  const clock = { ms: 1000 }
  const queue = createNeedQueue({ now: () => clock.ms, startedAt: 600 })
  let isOver = false
  const wait = queue.waitFor(new Promise(() => {})).then(() => {
    isOver = true
  })
  await endRead(queue, () => {
    clock.ms = 1200
  })
  // 1.3 times 800 ms, of which 600 have passed.
  await vi.advanceTimersByTimeAsync(439)
  expect(isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(isOver).toBe(true)
  await wait
  vi.useRealTimers()
})

test('a read from the cache does not limit the wait, and a fast one not below 520 ms', async () => {
  vi.useFakeTimers()
  const clock = { ms: 0 }
  const queue = createNeedQueue({ now: () => clock.ms })
  let isOver = false
  const wait = queue.waitFor(new Promise(() => {})).then(() => {
    isOver = true
  })
  await endRead(queue)
  await vi.advanceTimersByTimeAsync(5000)
  expect(isOver).toBe(false)
  await endRead(queue, () => {
    clock.ms = 100
  })
  await vi.advanceTimersByTimeAsync(419)
  expect(isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(isOver).toBe(true)
  await wait
  vi.useRealTimers()
})

async function endRead(queue: NeedQueue, read = () => {}): Promise<void> {
  const ended = queue.run(0, async () => read())
  await vi.advanceTimersByTimeAsync(0)
  await ended
}

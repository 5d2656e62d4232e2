import { expect, test, vi } from 'vitest'
import { createNeedQueue } from './need-queue.ts'

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

test('waits for other reads until 1.3 times the chain has passed', async () => {
  vi.useFakeTimers()
  const clock = { ms: 0 }
  const queue = createNeedQueue({ now: () => clock.ms })
  const results: string[] = []
  const slow = queue
    .waitFor(new Promise(() => {}))
    .then((result) => results.push(`slow: ${result}`))
  clock.ms = 1000
  queue.endChain()
  expect(await queue.waitFor(Promise.resolve('read'))).toBe('read')
  await vi.advanceTimersByTimeAsync(299)
  expect(results).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await slow
  expect(results).toEqual(['slow: undefined'])
  vi.useRealTimers()
})

test('a chain that was in the cache does not end the wait at once', async () => {
  vi.useFakeTimers()
  const queue = createNeedQueue({ now: () => 0 })
  let isOver = false
  const wait = queue.waitFor(new Promise(() => {})).then(() => {
    isOver = true
  })
  queue.endChain()
  await vi.advanceTimersByTimeAsync(519)
  expect(isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await wait
  vi.useRealTimers()
})

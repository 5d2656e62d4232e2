import { execFileSync } from 'node:child_process'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  rawClient,
  startRedis,
  startSilentServer,
  storesUntilTheEnd,
} from '../test-support/redis.ts'
import type { StoresOptions } from './stores.ts'

test('shares what is public between two instances', async () => {
  const [a, b] = await twoInstances()
  await a.shared.set('repo', { stars: 1 }, 60)

  expect(await b.shared.get('repo')).toEqual({ stars: 1 })
  expect(b.shared.stats().entries).toBeGreaterThan(0)
})

test('sees what another instance has overwritten or deleted', async () => {
  const [a, b] = await twoInstances()
  await a.shared.set('repo', { stars: 1 }, 60)
  expect(await b.shared.get('repo')).toEqual({ stars: 1 })

  await a.shared.set('repo', { stars: 2 }, 60)
  await expect.poll(() => b.shared.get('repo')).toEqual({ stars: 2 })
  await b.shared.delete('repo')
  await expect.poll(() => a.shared.get('repo')).toBeUndefined()
})

test('ends an entry in Redis too', async () => {
  const { url } = await startRedis()
  const [a, b] = await twoInstances(url)
  await a.shared.set('repo', 1, 60)
  const ttlMs = await rawClient(url).pttl('repo-dashboard:v3:repo')
  expect(ttlMs).toBeGreaterThan(0)
  expect(ttlMs).toBeLessThanOrEqual(60_000)
  expect(await b.shared.get('repo')).toBe(1)

  // Past its time for this process, whatever the clock of Redis says.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  onTestFinished(() => void vi.useRealTimers())
  expect(await b.shared.get('repo')).toBeUndefined()
})

test('never sends what is a viewer’s to Redis', async () => {
  const { url } = await startRedis()
  const raw = rawClient(url)
  const heard: string[] = []
  raw.on('pmessage', (_pattern, _channel, message) => heard.push(message))
  const [a, b] = await twoInstances(url)
  const keysBefore = await raw.keys('*')
  await raw.psubscribe('*')
  await a.viewer.set('viewer', 'canary', 60)
  await a.viewer.delete('viewer')
  await a.viewer.set('viewer', 'canary', 60)
  await a.shared.set('repo', 1, 60)
  await expect.poll(() => heard.length).toBeGreaterThan(0)

  expect(await b.viewer.get('viewer')).toBeUndefined()
  expect(heard.join()).not.toContain('viewer')
  await raw.punsubscribe()
  expect((await raw.keys('*')).sort()).toEqual([...keysBefore, 'repo-dashboard:v3:repo'].sort())
})

test('goes on without a Redis that stops, and uses it again when it is back', async () => {
  const redis = await startRedis()
  const told: Error[] = []
  const [a, b] = await twoInstances(redis.url, { onError: (error) => told.push(error) })
  await a.shared.set('kept', 1, 60)
  await redis.stop()

  expect(await a.shared.get('not kept')).toBeUndefined()
  await a.shared.set('new', 2, 60)
  await a.shared.delete('kept')
  expect(await a.shared.get('new')).toBe(2)
  expect(await a.shared.get('kept')).toBeUndefined()

  await startRedis(redis.port)
  await untilTheyShare(a, b)
  // Once for each of the two, in the words of whatever noticed it first.
  expect(told.map(({ message }) => message)).toEqual(
    Array(2).fill(expect.stringMatching(/^Redis: /)),
  )
})

test('reads from memory at once while Redis hangs, and waits for Redis only once', async () => {
  const redis = await startRedis()
  const [a, b] = await twoInstances(redis.url, { redisTimeoutMs: 50 })
  await a.shared.set('kept', 1, 60)
  const gets = () => countCommands(redis.url, 'get')
  const getsBefore = await gets()
  redis.freeze()

  for (let count = 0; count < 100; count++) {
    expect(await a.shared.get('not kept')).toBeUndefined()
  }
  expect(await a.shared.get('kept')).toBe(1)

  redis.thaw()
  // One was sent and timed out. A machine that is busy for seconds may see the next attempt.
  expect((await gets()) - getsBefore).toBeLessThan(10)
  await untilTheyShare(a, b)
})

test('misses at once where a server accepts and says nothing', async () => {
  const { url, sockets } = await startSilentServer()
  const told: Error[] = []
  const { shared } = storesUntilTheEnd({ redisUrl: url, onError: (error) => told.push(error) })
  await expect.poll(() => sockets.size).toBeGreaterThan(1)

  expect(await shared.get('repo')).toBeUndefined()
  await shared.set('repo', 1, 60)
  expect(await shared.get('repo')).toBe(1)
  await expect.poll(() => told.length).toBe(1)
})

test('does not take a busy moment of its own for a slow Redis', async () => {
  const redis = await startRedis()
  const [a, b] = await twoInstances(redis.url, { redisTimeoutMs: 50 })
  await a.shared.set('repo', 1, 60)
  const read = b.shared.get('repo')
  await new Promise((resolve) => setImmediate(resolve))
  // Busy past the timeout, and until Redis has replied to what came before the ping.
  const busyUntil = performance.now() + 60
  do execFileSync('redis-cli', ['-p', `${redis.port}`, 'ping'])
  while (performance.now() < busyUntil)

  expect(await read).toBe(1)
})

test('takes garbage in Redis for a miss, and does not leave Redis alone for it', async () => {
  const { url } = await startRedis()
  const raw = rawClient(url)
  const [a, b] = await twoInstances(url)
  await a.shared.set('good', 'good', 60)
  const whole = await raw.get('repo-dashboard:v3:good')
  const garbage = [
    'not JSON',
    '',
    'null',
    '5',
    '"text"',
    '[]',
    '{}',
    '{"value":1}',
    '{"value":1,"expiresAt":"never"}',
    '{"value":1,"expiresAt":1}',
    '{"value":1,"tags":{"length":1}}',
    '\uFFFF\u0000',
    whole?.slice(0, -1) ?? '',
  ]
  for (const [index, text] of garbage.entries()) await raw.set(`repo-dashboard:v3:${index}`, text)
  await raw.lpush('repo-dashboard:v3:list', 'entry')

  for (const key of [...garbage.keys(), 'list'])
    expect(await b.shared.get(`${key}`)).toBeUndefined()
  expect(await b.shared.get('good')).toBe('good')
  await b.shared.set('list', 'healed', 60)
  expect(await a.shared.get('list')).toBe('healed')
})

test('lives through garbage on the bus', async () => {
  const { url } = await startRedis()
  const raw = rawClient(url)
  const [a, b] = await twoInstances(url)
  const [channel] = await raw.pubsub('CHANNELS')
  const garbage = ['', 'null', '{', { sender: 'x' }, { sender: 'x', key: null }, { key: 'probe' }]
  for (const message of garbage) {
    await raw.publish(`${channel}`, typeof message === 'string' ? message : JSON.stringify(message))
  }

  await untilTheyShare(a, b)
})

test('misses what an older version of the entries left in Redis', async () => {
  const { url } = await startRedis()
  const [a, b] = await twoInstances(url)
  await a.shared.set('repo', 1, 60)
  await rawClient(url).rename('repo-dashboard:v3:repo', 'repo-dashboard:v2:repo')

  expect(await b.shared.get('repo')).toBeUndefined()
})

test('misses without the right password, and does not repeat it', async () => {
  const { url } = await startRedis()
  await rawClient(url).config('SET', 'requirepass', 'right')
  const told: Error[] = []
  const redisUrl = url.replace('redis://', 'redis://:s3cret@')
  const { shared } = storesUntilTheEnd({ redisUrl, onError: (error) => told.push(error) })
  await expect.poll(() => told.length).toBe(1)

  expect(await shared.get('repo')).toBeUndefined()
  expect(told[0]?.message).toBe(
    'Redis: WRONGPASS invalid username-password pair or user is disabled.',
  )
  expect(JSON.stringify(told, Object.getOwnPropertyNames(told[0]))).not.toContain('s3cret')
})

test('takes a full Redis for one that can still be read', async () => {
  const { url } = await startRedis()
  const [a, b] = await twoInstances(url)
  await a.shared.set('old', 1, 60)
  await rawClient(url).config('SET', 'maxmemory', '1')
  await a.shared.set('new', 2, 60)

  expect(await a.shared.get('new')).toBe(2)
  expect(await b.shared.get('new')).toBeUndefined()
  expect(await b.shared.get('old')).toBe(1)
})

test('ends its connections when it is closed, and memory still answers', async () => {
  const { url } = await startRedis()
  const raw = rawClient(url)
  const [a, b] = await twoInstances(url)
  const clients = async () => `${await raw.client('LIST')}`.trim().split('\n').length
  expect(await clients()).toBe(5)
  await a.shared.set('repo', 1, 60)
  await a.close()
  await b.close()

  await expect.poll(clients).toBe(1)
  expect(await a.shared.get('repo')).toBe(1)
})

/** How often Redis has run a command since it was started. */
async function countCommands(url: string, command: string): Promise<number> {
  const info = await rawClient(url).info('commandstats')
  return Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(info)?.[1] ?? 0)
}

type Stores = ReturnType<typeof storesUntilTheEnd>

async function twoInstances(url?: string, more: StoresOptions = {}) {
  const redisUrl = url ?? (await startRedis()).url
  // Longer than a busy machine needs; what is about the timeout sets its own.
  const options = { redisUrl, redisTimeoutMs: 4000, ...more }
  const a = storesUntilTheEnd(options)
  const b = storesUntilTheEnd(options)
  await untilTheyShare(a, b)
  return [a, b] as const
}

// Both ways, and with both on the bus: each overwrites what the other has in its memory.
async function untilTheyShare(a: Stores, b: Stores): Promise<void> {
  for (const [writer, reader] of [
    [a, b],
    [b, a],
  ] as const) {
    let count = 0
    const overwritten = async () => {
      await writer.shared.set('probe', ++count, 60)
      return (await reader.shared.get('probe')) === count && count > 2
    }
    await expect.poll(overwritten, { interval: 10 }).toBe(true)
  }
}

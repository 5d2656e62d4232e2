import { execFileSync } from 'node:child_process'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  createTestStores,
  rawClient,
  startRedis,
  startSilentServer,
  twoInstances,
  waitUntilConnected,
} from '../test-support/redis.ts'
import { MAX_TEXT_BYTES } from './redis-level.ts'

test('shares public data between two instances', async () => {
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

test('sets the expiry of an entry in Redis too', async () => {
  const { url } = await startRedis()
  const [a, b] = await twoInstances(url)
  await a.shared.set('repo', 1, 60)
  const ttlMs = await rawClient(url).pttl('repo-dashboard:v7:repo')
  expect(ttlMs).toBeGreaterThan(0)
  expect(ttlMs).toBeLessThanOrEqual(60_000)
  expect(await b.shared.get('repo')).toBe(1)

  // Expired for this process, whatever the clock of Redis shows.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  onTestFinished(() => void vi.useRealTimers())
  expect(await b.shared.get('repo')).toBeUndefined()
})

test('never sends a viewer’s data to Redis', async () => {
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
  expect((await raw.keys('*')).sort()).toEqual([...keysBefore, 'repo-dashboard:v7:repo'].sort())
})

test('continues without a Redis that stops, and uses it again when it is back', async () => {
  const redis = await startRedis()
  const errors: Error[] = []
  const [a, b] = await twoInstances(redis.url, { onError: (error) => errors.push(error) })
  await a.shared.set('stored', 1, 60)
  await redis.stop()

  expect(await a.shared.get('not stored')).toBeUndefined()
  await a.shared.set('new', 2, 60)
  await a.shared.delete('stored')
  expect(await a.shared.get('new')).toBe(2)
  expect(await a.shared.get('stored')).toBeUndefined()

  await startRedis(redis.port)
  await waitUntilConnected(a, b)
  // One for each instance, from whichever connection noticed it first.
  expect(errors.map(({ message }) => message)).toEqual(
    Array(2).fill(expect.stringMatching(/^Redis: /)),
  )
})

test('waits for a Redis that hangs only once, and reads from memory', async () => {
  const redis = await startRedis()
  const [a, b] = await twoInstances(redis.url, { redisTimeoutMs: 50 })
  await a.shared.set('stored', 1, 60)
  const gets = () => countCommands(redis.url, 'getrange')
  const getsBefore = await gets()
  redis.freeze()

  for (let count = 0; count < 100; count++) {
    expect(await a.shared.get('not stored')).toBeUndefined()
  }
  expect(await a.shared.get('stored')).toBe(1)

  redis.thaw()
  // The first timed out. A machine that is busy for seconds may also see the next attempt.
  expect((await gets()) - getsBefore).toBeLessThan(10)
  await waitUntilConnected(a, b)
})

test('misses at once if the server accepts connections and sends nothing', async () => {
  const { url, sockets } = await startSilentServer()
  const errors: Error[] = []
  const { shared } = createTestStores({ redisUrl: url, onError: (error) => errors.push(error) })
  await expect.poll(() => sockets.size).toBeGreaterThan(1)

  expect(await shared.get('repo')).toBeUndefined()
  await shared.set('repo', 1, 60)
  expect(await shared.get('repo')).toBe(1)
  await expect.poll(() => errors.length).toBe(1)
})

test('does not count a busy moment of its own as a timeout of Redis', async () => {
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

test('treats invalid entries in Redis as misses, and continues to use Redis', async () => {
  const { url } = await startRedis()
  const raw = rawClient(url)
  const [a, b] = await twoInstances(url)
  await a.shared.set('good', 'good', 60)
  const whole = await raw.get('repo-dashboard:v7:good')
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
  for (const [index, text] of garbage.entries()) await raw.set(`repo-dashboard:v7:${index}`, text)
  await raw.lpush('repo-dashboard:v7:list', 'entry')

  for (const key of [...garbage.keys(), 'list'])
    expect(await b.shared.get(`${key}`)).toBeUndefined()
  expect(await b.shared.get('good')).toBe('good')
  await b.shared.set('list', 'healed', 60)
  expect(await a.shared.get('list')).toBe('healed')
})

test('deletes a value that is not as expected, and reads it from no instance again', async () => {
  const { url } = await startRedis()
  const raw = rawClient(url)
  const [a, b] = await twoInstances(url)
  const parseStars = (value: unknown) => (typeof value === 'number' ? value : undefined)
  await a.shared.set('wrong', '7', 60)
  await a.shared.set('right', 7, 60)

  expect(await b.shared.get('wrong', parseStars)).toBeUndefined()
  expect(await raw.exists('repo-dashboard:v7:wrong')).toBe(0)
  await expect.poll(() => a.shared.get('wrong')).toBeUndefined()
  expect(await b.shared.get('right', parseStars)).toBe(7)
})

test('deletes garbage', async () => {
  const { url } = await startRedis()
  const raw = rawClient(url)
  const [a] = await twoInstances(url)
  for (const [index, text] of ['{', 'null', '{"value":1}', '['.repeat(100_000)].entries()) {
    await raw.set(`repo-dashboard:v7:${index}`, text)
    expect(await a.shared.get(`${index}`)).toBeUndefined()
    expect(await raw.exists(`repo-dashboard:v7:${index}`)).toBe(0)
  }
})

test('reads no more than a limit of a text, deletes a longer one, and stores none', async () => {
  const { url } = await startRedis()
  const raw = rawClient(url)
  const [a, b] = await twoInstances(url)
  const now = Date.now()
  const stored = { storedAt: now, expiresAt: now + 60_000 }
  const textOf = (length: number) => JSON.stringify({ value: 'x'.repeat(length), ...stored })
  const overhead = textOf(0).length
  await raw.set('repo-dashboard:v7:long', textOf(MAX_TEXT_BYTES - overhead))
  await raw.set('repo-dashboard:v7:longer', textOf(MAX_TEXT_BYTES - overhead + 1))
  await a.shared.set('new', 'x'.repeat(MAX_TEXT_BYTES), 60)

  expect(await a.shared.get('long')).toHaveLength(MAX_TEXT_BYTES - overhead)
  expect(await a.shared.get('longer')).toBeUndefined()
  expect(await raw.exists('repo-dashboard:v7:longer', 'repo-dashboard:v7:new')).toBe(0)
  expect(await a.shared.get('new')).toHaveLength(MAX_TEXT_BYTES)
  expect(await b.shared.get('new')).toBeUndefined()
})

test('treats an entry from the future as a miss, and leaves it to other instances', async () => {
  const { url } = await startRedis()
  const raw = rawClient(url)
  const [a] = await twoInstances(url)
  const storedAt = Date.now() + 3_600_000
  const text = JSON.stringify({ value: 1, storedAt, expiresAt: storedAt + 60_000 })
  await raw.set('repo-dashboard:v7:repo', text)

  expect(await a.shared.get('repo')).toBeUndefined()
  expect(await raw.exists('repo-dashboard:v7:repo')).toBe(1)
})

test('ignores invalid invalidation messages', async () => {
  const { url } = await startRedis()
  const raw = rawClient(url)
  const [a, b] = await twoInstances(url)
  const [channel] = await raw.pubsub('CHANNELS')
  const garbage = ['', 'null', '{', { sender: 'x' }, { sender: 'x', key: null }, { key: 'probe' }]
  for (const message of garbage) {
    await raw.publish(`${channel}`, typeof message === 'string' ? message : JSON.stringify(message))
  }

  await waitUntilConnected(a, b)
})

test('misses entries in an older format', async () => {
  const { url } = await startRedis()
  const [a, b] = await twoInstances(url)
  await a.shared.set('repo', 1, 60)
  await rawClient(url).rename('repo-dashboard:v7:repo', 'repo-dashboard:v6:repo')

  expect(await b.shared.get('repo')).toBeUndefined()
})

test('misses with a wrong password, and reports it without the password', async () => {
  const { url } = await startRedis()
  await rawClient(url).config('SET', 'requirepass', 'right')
  const errors: Error[] = []
  const redisUrl = url.replace('redis://', 'redis://:s3cret@')
  const { shared } = createTestStores({ redisUrl, onError: (error) => errors.push(error) })
  await expect.poll(() => errors.length).toBe(1)

  expect(await shared.get('repo')).toBeUndefined()
  expect(errors[0]?.message).toBe(
    'Redis: WRONGPASS invalid username-password pair or user is disabled.',
  )
  expect(JSON.stringify(errors, Object.getOwnPropertyNames(errors[0]))).not.toContain('s3cret')
})

test('reads from a Redis that is full', async () => {
  const { url } = await startRedis()
  const [a, b] = await twoInstances(url)
  await a.shared.set('old', 1, 60)
  await rawClient(url).config('SET', 'maxmemory', '1')
  await a.shared.set('new', 2, 60)

  expect(await a.shared.get('new')).toBe(2)
  expect(await b.shared.get('new')).toBeUndefined()
  expect(await b.shared.get('old')).toBe(1)
})

test('closes its connections, and still reads from memory', async () => {
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

test('deletes only entries with the tag, for every instance', async () => {
  const { url } = await startRedis()
  const [a, b] = await twoInstances(url)
  await a.shared.set('readme', 1, 60, ['rocket', 'acme'])
  await b.shared.set('issues', 2, 60, ['rocket'])
  await b.shared.set('moon', 3, 60, ['moon'])
  await a.shared.set('free', 4, 60)
  expect(await a.shared.get('issues')).toBe(2)
  await a.shared.deleteTagged(['rocket'], 0)

  await expect.poll(() => b.shared.get('issues')).toBeUndefined()
  expect(await a.shared.get('readme')).toBeUndefined()
  expect(await a.shared.get('issues')).toBeUndefined()
  expect(await a.shared.get('moon')).toBe(3)
  expect(await a.shared.get('free')).toBe(4)
  expect((await rawClient(url).keys('*rocket*')).sort()).toEqual([])
})

test('stores nothing with a closed tag, from any instance', async () => {
  const { url } = await startRedis()
  const [a, b] = await twoInstances(url)
  await a.shared.deleteTagged(['rocket'], 60)
  await a.shared.set('readme', 'canary', 60, ['rocket'])
  await b.shared.set('issues', 'canary', 60, ['moon', 'rocket'])

  expect(await a.shared.get('readme')).toBeUndefined()
  expect(await b.shared.get('issues')).toBeUndefined()
  expect(await a.shared.get('issues')).toBeUndefined()
  const raw = rawClient(url)
  expect(await raw.exists('repo-dashboard:v7:readme', 'repo-dashboard:v7:issues')).toBe(0)
})

test('stores entries with a tag again when it is no longer closed', async () => {
  const [a, b] = await twoInstances()
  await a.shared.deleteTagged(['rocket'], 0.001)
  await expect
    .poll(async () => {
      await a.shared.set('readme', 1, 60, ['rocket'])
      return b.shared.get('readme')
    })
    .toBe(1)
})

test('the index of a tag has no entry that has expired, and expires with the last one', async () => {
  const { url } = await startRedis()
  const [a] = await twoInstances(url)
  const raw = rawClient(url)
  await a.shared.set('short', 1, 0.001, ['rocket'])
  await expect.poll(() => raw.exists('repo-dashboard:v7:short')).toBe(0)
  await a.shared.set('long', 1, 60, ['rocket'])
  await a.shared.set('middle', 1, 30, ['rocket'])

  const index = 'repo-dashboard:v7:tag:rocket'
  expect((await raw.zrange(index, '0', '-1')).sort()).toEqual([
    'repo-dashboard:v7:long',
    'repo-dashboard:v7:middle',
  ])
  expect(await raw.pttl(index)).toBeGreaterThan(30_000)
})

test('deletes entries with a tag when Redis is back after an outage', async () => {
  const redis = await startRedis()
  const [a, b] = await twoInstances(redis.url, { redisTimeoutMs: 50 })
  await a.shared.set('readme', 'canary', 60, ['rocket'])
  redis.freeze()
  await a.shared.deleteTagged(['rocket'], 0)
  redis.thaw()

  await waitUntilConnected(a, b)
  const raw = rawClient(redis.url)
  await expect.poll(() => raw.exists('repo-dashboard:v7:readme')).toBe(0)
  await expect.poll(() => b.shared.get('readme')).toBeUndefined()
})

/** How often Redis has run a command since it was started. */
async function countCommands(url: string, command: string): Promise<number> {
  const info = await rawClient(url).info('commandstats')
  return Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(info)?.[1] ?? 0)
}

test('a change is known to every instance, also to those that were not connected', async () => {
  const { url } = await startRedis()
  const [a, b] = await twoInstances(url)
  const before = Date.now()
  await a.marks.add(['rocket ci'])
  expect(a.marks.latest(['rocket ci'])).toBeGreaterThanOrEqual(before)
  await expect.poll(() => b.marks.latest(['rocket ci'])).toBeGreaterThanOrEqual(before)
  expect(b.marks.latest(['moon ci'])).toBe(0)

  const late = createTestStores({ redisUrl: url })
  await expect.poll(() => late.marks.latest(['rocket ci'])).toBeGreaterThanOrEqual(before)
})

test('a change without a connection is sent with the next one', async () => {
  const redis = await startRedis()
  const [a, b] = await twoInstances(redis.url)
  await redis.stop()
  const before = Date.now()
  await a.marks.add(['rocket ci'])
  expect(b.marks.latest(['rocket ci'])).toBe(0)
  await startRedis(Number(new URL(redis.url).port))
  await expect
    .poll(() => b.marks.latest(['rocket ci']), { timeout: 8000 })
    .toBeGreaterThan(before - 1)
})

test('Redis keeps each mark once, with its last time, and no more than the limit', async () => {
  const { url } = await startRedis()
  const [a] = await twoInstances(url)
  await a.marks.add(['rocket ci', 'rocket code'])
  await a.marks.add(['rocket ci'])
  const raw = rawClient(url)
  expect((await raw.zrange('repo-dashboard:v7:marks', 0, -1)).sort()).toEqual([
    'rocket ci',
    'rocket code',
  ])
  expect(await raw.pttl('repo-dashboard:v7:marks')).toBeGreaterThan(3_500_000)
})

test('an announcement reaches all instances with the same time, and those that connect later', async () => {
  const { url } = await startRedis()
  const [a, b] = await twoInstances(url)
  const heard: [string, number][] = []
  b.announcements.listen((...announcement) => heard.push(announcement))
  await a.announcements.announce(['repo:42'])
  const time = a.announcements.latest(['repo:42'])
  expect(time).toBeGreaterThan(0)
  await expect.poll(() => heard).toEqual([['repo:42', time]])

  const late = createTestStores({ redisUrl: url })
  await expect.poll(() => late.announcements.latest(['repo:42'])).toBe(time)
})

test('an announcement without a connection is sent with the next one', async () => {
  const redis = await startRedis()
  const [a, b] = await twoInstances(redis.url)
  await redis.stop()
  await a.announcements.announce(['repo:42'])
  const time = a.announcements.latest(['repo:42'])
  expect(b.announcements.latest(['repo:42'])).toBe(0)
  await startRedis(Number(new URL(redis.url).port))
  await expect.poll(() => b.announcements.latest(['repo:42']), { timeout: 8000 }).toBe(time)
})

test('changes and records reach other instances while reads do without a slow Redis', async () => {
  const redis = await startRedis()
  const errors: Error[] = []
  const a = createTestStores({
    redisUrl: redis.url,
    redisTimeoutMs: 0,
    onError: (error) => errors.push(error),
  })
  const b = createTestStores({ redisUrl: redis.url, redisTimeoutMs: 60_000 })
  await waitUntilConnected(b, createTestStores({ redisUrl: redis.url, redisTimeoutMs: 60_000 }))
  redis.freeze()
  await expect.poll(() => a.shared.get('repo').then(() => errors.length)).toBe(1)
  redis.thaw()
  const before = Date.now()
  await a.marks.add(['rocket ci'])
  await expect.poll(() => b.marks.latest(['rocket ci'])).toBeGreaterThanOrEqual(before)
  expect(await a.recordOnce(['delivery'], 60)).toBe(true)
  expect(await b.recordOnce(['delivery'], 60)).toBe(false)
})

test('of instances that record the same key at the same time, one is the first', async () => {
  const { url } = await startRedis()
  const [a, b] = await twoInstances(url)
  const results = await Promise.all([
    a.recordOnce(['delivery 1', 'body'], 60),
    b.recordOnce(['delivery 2', 'body'], 60),
  ])
  expect(results.toSorted()).toEqual([false, true])
  expect(await rawClient(url).pttl('repo-dashboard:v7:body')).toBeGreaterThan(50_000)
})

test('an instance without a connection to Redis remembers its own records', async () => {
  const redis = await startRedis()
  const [a] = await twoInstances(redis.url)
  await redis.stop()
  expect(await a.recordOnce(['delivery'], 60)).toBe(true)
  expect(await a.recordOnce(['delivery'], 60)).toBe(false)
})

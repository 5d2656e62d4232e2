import { BentoCache, type BentoStore, bentostore } from 'bentocache'
import { z } from 'zod'
import { type MemoryLevel, memoryLevel } from './memory-level.ts'
import { redisBus } from './redis-bus.ts'
import { connectToRedis, type RedisConnections } from './redis-connections.ts'
import { RedisLevel } from './redis-level.ts'
import type { Store } from './store.ts'

export type StoresOptions = {
  /** Bytes of public data in memory; viewers' data have a quarter of it besides. */
  maxBytes?: number
  /** Where instances share public data. */
  redisUrl?: string
  /** Told of the first failure since Redis was last ready. Its message holds no secret. */
  onError?: (error: Error) => void
}

export type Stores = {
  /** Public data: in memory and, when there is one, in Redis. */
  shared: Store
  /** A viewer's data: in the memory of this process and nowhere else. */
  viewer: Store
  /** Ends connections and timers. What is in memory is still answered. */
  close(): Promise<void>
}

// Another number whenever the meaning of entries changes: older ones are misses then.
const prefix = 'repo-dashboard:v2'

/**
 * Creates the two stores of a process.
 * @throws Error when `redisUrl` is not a URL of Redis
 */
export function createStores(options: StoresOptions = {}): Stores {
  const { maxBytes = 64 * 1024 * 1024, redisUrl, onError = () => {} } = options
  const redis = redisUrl === undefined ? undefined : connectToRedis(redisUrl, onError)
  const shared = memoryLevel(maxBytes)
  const own = memoryLevel(Math.floor(maxBytes / 4))

  const sharedLevels = redis ? inMemoryAndRedis(shared, redis) : inMemory(shared)
  return {
    shared: storeOf(cacheOf(sharedLevels), shared, onError),
    viewer: storeOf(cacheOf(inMemory(own)), own, onError),
    async close() {
      // The connections are ours, and bentocache has no timer of its own here.
      redis?.close()
    },
  }
}

function inMemory({ driver }: MemoryLevel) {
  return bentostore().useL1Layer({ options: {}, factory: () => driver })
}

function inMemoryAndRedis(memory: MemoryLevel, { commands, subscriber, tell }: RedisConnections) {
  // A retry would tell of a change that did not reach Redis either. Zero: no timer for it.
  const busOptions = { retryQueue: { enabled: false, retryInterval: 0 } }
  return inMemory(memory)
    .useL2Layer({ options: {}, factory: () => new RedisLevel(commands, prefix, tell) })
    .useBus({ options: busOptions, factory: () => redisBus(commands, subscriber, tell) })
}

function cacheOf(levels: BentoStore) {
  const cache = new BentoCache({
    default: 'levels',
    stores: { levels },
    prefix,
    serializer,
    // How long memory keeps what it got from Redis; the entry itself says when it ends.
    ttl: '1d',
    // After a late answer no read waits for Redis for so long.
    l2CircuitBreakerDuration: '2s',
  })
  return cache.use()
}

function storeOf(
  cache: ReturnType<typeof cacheOf>,
  memory: MemoryLevel,
  onError: (error: Error) => void,
): Store {
  async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)))
      return undefined
    }
  }

  const store: Store = {
    get: (key) => quietly(() => cache.get({ key })),
    async set(key, value, seconds) {
      const ttl = Math.floor(seconds * 1000)
      // To bentocache zero means for ever.
      if (ttl > 0) await quietly(() => cache.set({ key, value, ttl }))
      else await store.delete(key)
    },
    async delete(key) {
      await quietly(() => cache.delete({ key }))
    },
    stats: memory.stats,
  }
  return store
}

const entryShape = z.object({
  value: z.unknown(),
  createdAt: z.number(),
  logicalExpiration: z.number(),
})
const ended = { value: undefined, createdAt: 0, logicalExpiration: 0 }

// bentocache takes whatever JSON it finds for an entry, and what is no JSON for a Redis out of order.
const serializer = {
  serialize: (entry: unknown) => JSON.stringify(entry),
  deserialize(text: string) {
    try {
      return entryShape.safeParse(JSON.parse(text)).data ?? ended
    } catch {
      return ended
    }
  },
}

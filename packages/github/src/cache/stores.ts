import { z } from 'zod'
import { createMemoryLevel, type MemoryLevel, type StoreStats } from './memory-level.ts'
import { connectToRedis, type RedisLevel } from './redis-level.ts'

/** Stores entries between reads. It never throws: an error counts as a miss. */
export type Store = {
  /** Returns the value of a key, or undefined if there is none. */
  get(key: string): Promise<unknown>
  /** Stores a value that JSON can represent, for at most `ttlSeconds`. */
  set(
    key: string,
    value: unknown,
    ttlSeconds: number,
    /** What the value belongs to, such as a repository; see `deleteTagged`. */
    tags?: readonly string[],
  ): Promise<void>
  delete(key: string): Promise<void>
  /**
   * Deletes every value with one of these tags, and closes the tags for `closedSeconds`: no value with
   * a closed tag is stored, so that responses to earlier requests are not stored either.
   */
  deleteTagged(tags: readonly string[], closedSeconds: number): Promise<void>
  /** Its size in this process. */
  stats(): StoreStats
}

/** Settings of a process's stores. */
export type StoresOptions = {
  /** Bytes of public data in memory; private data of viewers may use an additional quarter. */
  maxBytes?: number
  /** The Redis in which instances share public data. */
  redisUrl?: string
  /** Milliseconds to wait for a reply of Redis before it counts as a miss. */
  redisTimeoutMs?: number
  /** Receives the first error since Redis was last ready. Its message contains no secret. */
  onError?: (error: Error) => void
}

/** The two stores of a process. */
export type Stores = {
  /** Public data: in memory and, with a `redisUrl`, in Redis. */
  shared: Store
  /** Private data of viewers: only in the memory of this process. */
  viewer: Store
  /** Closes connections. What is in memory can still be read. */
  close(): Promise<void>
}

// Redis responds in about a millisecond, GitHub in some hundred: after this, GitHub is faster.
export const DEFAULT_REDIS_TIMEOUT_MS = 50

const entrySchema = z.object({
  value: z.unknown(),
  expiresAt: z.number(),
  tags: z.array(z.string()).readonly().optional(),
})

/**
 * Creates the two stores of a process.
 * @throws Error when `redisUrl` is not a URL of Redis
 */
export function createStores(options: StoresOptions = {}): Stores {
  const { maxBytes = 64 * 1024 * 1024, redisUrl, redisTimeoutMs, onError = () => {} } = options
  const sharedMemory = createMemoryLevel(maxBytes)
  const viewerMemory = createMemoryLevel(Math.floor(maxBytes / 4))
  const redis =
    redisUrl === undefined
      ? undefined
      : connectToRedis({
          url: redisUrl,
          timeoutMs: redisTimeoutMs ?? DEFAULT_REDIS_TIMEOUT_MS,
          onError,
          onInvalidate: sharedMemory.delete,
          onInvalidateTags: sharedMemory.deleteTagged,
        })
  return {
    shared: createStore(sharedMemory, onError, redis),
    viewer: createStore(viewerMemory, onError),
    async close() {
      redis?.close()
    },
  }
}

function createStore(
  memory: MemoryLevel,
  onError: (error: Error) => void,
  redis?: RedisLevel,
): Store {
  const store: Store = {
    async get(key) {
      const local = parseEntry(memory.get(key))
      if (local) return local.value
      memory.delete(key)
      const text = await redis?.get(key)
      const shared = parseEntry(text)
      if (!shared || text === undefined) return undefined
      // A value that has been set since is newer; one with a closed tag has been deleted since.
      const isNew = memory.get(key) === undefined
      return isNew && !memory.set(key, text, shared.tags) ? undefined : shared.value
    },
    async set(key, value, ttlSeconds, tags) {
      const ttlMs = Math.floor(ttlSeconds * 1000)
      if (ttlMs <= 0) return store.delete(key)
      const text = serialize({ value, expiresAt: Date.now() + ttlMs, tags }, onError)
      if (text === undefined) return
      if (!memory.set(key, text, tags)) return
      const isStored = await redis?.set(key, text, ttlMs, tags)
      // Another instance has closed a tag.
      if (isStored === false) memory.delete(key)
    },
    async delete(key) {
      memory.delete(key)
      await redis?.delete(key)
    },
    async deleteTagged(tags, closedSeconds) {
      memory.deleteTagged(tags, closedSeconds * 1000)
      await redis?.deleteTagged(tags, closedSeconds * 1000)
    },
    stats: memory.stats,
  }
  return store
}

function serialize(
  entry: z.output<typeof entrySchema>,
  onError: (error: Error) => void,
): string | undefined {
  try {
    return JSON.stringify(entry)
  } catch (error) {
    onError(error instanceof Error ? error : new Error(String(error)))
    return undefined
  }
}

/** Parses an entry; undefined if it has expired, or if the text is not an entry. */
function parseEntry(text: string | undefined): z.output<typeof entrySchema> | undefined {
  if (text === undefined) return undefined
  try {
    const { data: entry } = entrySchema.safeParse(JSON.parse(text))
    return entry && entry.expiresAt > Date.now() ? entry : undefined
  } catch {
    return undefined
  }
}

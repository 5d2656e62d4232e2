import { z } from 'zod'
import { type Announcements, createMemoryAnnouncements } from './announcements.ts'
import { derivedFrom } from './derive.ts'
import {
  CLOCK_TOLERANCE_MS,
  createMemoryLevel,
  type MemoryLevel,
  type StoredValue,
  type StoreStats,
} from './memory-level.ts'
import { connectToRedis, type RedisLevel } from './redis-level.ts'
import { createMemoryMarks, type StaleMarks } from './stale-marks.ts'

/** Stores entries between reads. It never throws: an error counts as a miss. */
export type Store = {
  /**
   * Returns the value of a key, which nobody may change; undefined if there is none.
   * @param parse Parses a value that another process has stored; undefined deletes it.
   */
  get<Value = unknown>(key: string, parse?: Parse<Value>): Promise<Value | undefined>
  /**
   * Stores a copy of a value that JSON can represent, for at most `ttlSeconds`. Returns the copy,
   * which later calls of `get` return too, or the value itself if it is not stored.
   */
  set<Value>(
    key: string,
    value: Value,
    ttlSeconds: number,
    /** What the value belongs to, such as a repository; see `deleteTagged`. */
    tags?: readonly string[],
  ): Promise<Value>
  delete(key: string): Promise<void>
  /**
   * Deletes every value with one of these tags, and closes the tags for `closedSeconds`: no value with
   * a closed tag is stored, so that responses to earlier requests are not stored either.
   */
  deleteTagged(tags: readonly string[], closedSeconds: number): Promise<void>
  /** Its size in this process. */
  stats(): StoreStats
}

/** Returns a value that is as expected, or undefined. */
export type Parse<Value> = (value: unknown) => Value | undefined

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
  /** What has changed at GitHub: in memory and, with a `redisUrl`, for all instances. */
  marks: StaleMarks
  /** Changes that pages may show now: in memory and, with a `redisUrl`, for all instances. */
  announcements: Announcements
  /**
   * Records keys for a while: in memory and, with a `redisUrl`, for all instances. False if any of
   * them is recorded already. A process remembers its last `MAX_RECORDED_KEYS`.
   */
  recordOnce(keys: readonly string[], ttlSeconds: number): Promise<boolean>
  /** Closes connections. What is in memory can still be read. */
  close(): Promise<void>
}

// Redis responds in about a millisecond, GitHub in some hundred: after this, GitHub is faster.
export const DEFAULT_REDIS_TIMEOUT_MS = 50

/** The most keys of `recordOnce` in the memory of a process. */
export const MAX_RECORDED_KEYS = 10_000

const storedSchema = z.object({
  value: z.unknown(),
  storedAt: z.number(),
  expiresAt: z.number(),
  tags: z.array(z.string()).optional(),
})

/**
 * Creates the two stores of a process.
 * @throws Error when `redisUrl` is not a URL of Redis
 */
export function createStores(options: StoresOptions = {}): Stores {
  const { maxBytes = 64 * 1024 * 1024, redisUrl, redisTimeoutMs, onError = () => {} } = options
  const sharedMemory = createMemoryLevel(maxBytes)
  const viewerMemory = createMemoryLevel(Math.floor(maxBytes / 4))
  const memoryMarks = createMemoryMarks()
  const announcements = createMemoryAnnouncements()
  const recordInMemory = createMemoryRecords()
  const redis =
    redisUrl === undefined
      ? undefined
      : connectToRedis({
          url: redisUrl,
          timeoutMs: redisTimeoutMs ?? DEFAULT_REDIS_TIMEOUT_MS,
          onError,
          onInvalidate: sharedMemory.delete,
          onInvalidateTags: sharedMemory.deleteTagged,
          onMarks: memoryMarks.addAll,
          onAnnouncements: announcements.addAll,
        })
  return {
    shared: createStore(sharedMemory, onError, redis),
    viewer: createStore(viewerMemory, onError),
    marks: {
      latest: memoryMarks.latest,
      isEmpty: memoryMarks.isEmpty,
      async add(marks) {
        const time = Date.now()
        memoryMarks.addAll(marks.map((mark) => [mark, time]))
        await redis?.addMarks(marks, time)
      },
    },
    announcements: {
      latest: announcements.latest,
      listen: announcements.listen,
      async announce(tags) {
        // Later than those of an instance with a clock that is ahead: only a later time is news.
        const time = Math.max(Date.now(), announcements.latest(tags) + 1)
        announcements.addAll(tags.map((tag) => [tag, time]))
        await redis?.announce(tags, time)
      },
    },
    async recordOnce(keys, ttlSeconds) {
      return recordInMemory(keys) && (await redis?.recordOnce(keys, ttlSeconds * 1000)) !== false
    },
    async close() {
      redis?.close()
    },
  }
}

/** Creates the function that records keys, and returns false if any of them is recorded already. */
function createMemoryRecords(): (keys: readonly string[]) => boolean {
  const recorded = new Set<string>()
  return (keys) => {
    if (keys.some((key) => recorded.has(key))) return false
    for (const key of keys) recorded.add(key)
    for (const key of recorded) {
      if (recorded.size <= MAX_RECORDED_KEYS) break
      recorded.delete(key)
    }
    return true
  }
}

function createStore(
  memory: MemoryLevel,
  onError: (error: Error) => void,
  redis?: RedisLevel,
): Store {
  const store: Store = {
    async get<Value>(key: string, parse?: Parse<Value>) {
      const local = memory.get(key)
      // It was parsed when it came from Redis, or it was stored by this process.
      if (local && isCurrent(local)) return local.value as Value
      memory.delete(key)
      const text = await redis?.get(key)
      if (text === undefined) return undefined
      const shared = parseStored(text, parse)
      // A value that has been set since is newer.
      const isNew = memory.get(key) === undefined
      if (!shared && isNew) await store.delete(key)
      if (!shared || !isCurrent(shared)) return undefined
      // One with a closed tag has been deleted since.
      return isNew && !memory.set(key, shared) ? undefined : shared.value
    },
    async set(key, value, ttlSeconds, tags) {
      const ttlMs = Math.floor(ttlSeconds * 1000)
      const copy = ttlMs > 0 ? copyOf(value, onError) : undefined
      if (copy === undefined) {
        await store.delete(key)
        return value
      }
      const storedAt = Date.now()
      const stored = { value: copy, storedAt, expiresAt: storedAt + ttlMs, tags }
      if (!memory.set(key, stored)) return value
      const isStored = await redis?.set(key, JSON.stringify(stored), ttlMs, tags)
      // Another instance has closed a tag.
      if (isStored === false) memory.delete(key)
      return copy
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

/**
 * Copies a value as JSON does. A part that is stored already stays the same object, so that what is
 * derived from it stays valid.
 */
function copyOf<Value>(value: Value, onError: (error: Error) => void): Value | undefined {
  try {
    if (!isPlainObject(value)) return jsonCopyOf(value)
    const parts = Object.entries(value).flatMap(([name, part]) =>
      part === undefined ? [] : [[name, derivedFrom(part) ? part : jsonCopyOf(part)]],
    )
    return Object.fromEntries(parts)
  } catch (error) {
    onError(error instanceof Error ? error : new Error(String(error)))
    return undefined
  }
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function jsonCopyOf<Value>(value: Value): Value | undefined {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

/** Parses an entry; undefined if its value is not as expected. */
function parseStored<Value>(
  text: string,
  parse: Parse<Value> | undefined,
): (StoredValue & { value: Value }) | undefined {
  try {
    const { data: stored } = storedSchema.safeParse(JSON.parse(text))
    if (!stored) return undefined
    const value = parse ? parse(stored.value) : (stored.value as Value)
    return value === undefined ? undefined : { ...stored, value }
  } catch {
    return undefined
  }
}

function isCurrent({ storedAt, expiresAt }: StoredValue): boolean {
  const now = Date.now()
  // An entry from the future was stored before the clock was set back: its age is unknown.
  return storedAt <= now + CLOCK_TOLERANCE_MS && expiresAt > now
}

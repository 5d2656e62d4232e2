import { LRUCache } from 'lru-cache'
import { type Derived, derivedFrom, registerSource } from './derive.ts'
import { freeze, textBytes } from './freeze.ts'

/** Clocks of instances that share a store differ by less; an entry from further ahead is invalid. */
export const CLOCK_TOLERANCE_MS = 2000

/** The entries of a store in the memory of this process, and its limit. */
export type StoreStats = { entries: number; bytes: number; maxBytes: number }

/** A value, when it was stored and when it expires, in milliseconds since 1970, and its tags. */
export type StoredValue = {
  value: unknown
  storedAt: number
  expiresAt: number
  tags?: readonly string[] | undefined
}

export type MemoryLevel = {
  get(key: string): StoredValue | undefined
  /**
   * Freezes and stores a value; false if one of its tags is closed. Results that were derived from a
   * part of it stay valid.
   */
  set(key: string, stored: StoredValue): boolean
  delete(key: string): void
  /** Deletes every value with one of the tags, and closes the tags for `closedMs`. */
  deleteTagged(tags: readonly string[], closedMs: number): void
  stats(): StoreStats
}

type MemoryEntry = { stored: StoredValue; ownBytes: number; derived: Derived }

// The maps and lists that hold an entry, and each of its tags.
const ENTRY_BYTES = 900
const TAG_BYTES = 100

/**
 * Creates the first level: the most recently used values, bounded by the bytes that they take in
 * memory, together with what is derived from them.
 */
export function createMemoryLevel(maxBytes: number): MemoryLevel {
  const keysByTag = new Map<string, Set<string>>()
  const closedUntil = new Map<string, number>()
  const entries = new LRUCache<string, MemoryEntry>({
    maxSize: maxBytes,
    sizeCalculation: ({ ownBytes, derived }) => ownBytes + derived.bytes,
    dispose: ({ stored }, key) => removeFromIndex(key, stored.tags ?? []),
  })

  function removeFromIndex(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const keys = keysByTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysByTag.delete(tag)
    }
  }

  function addToIndex(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const keys = keysByTag.get(tag)
      if (keys) keys.add(key)
      else keysByTag.set(tag, new Set([key]))
    }
  }

  function isClosed(tag: string): boolean {
    return (closedUntil.get(tag) ?? 0) > performance.now()
  }

  /** Updates the size of an entry, which may evict others, or the entry itself if it is too large. */
  function resize(key: string, derived: Derived): void {
    const entry = entries.peek(key)
    if (entry?.derived === derived) entries.set(key, { ...entry }, { noDisposeOnSet: true })
  }

  return {
    get: (key) => entries.get(key)?.stored,
    set(key, stored) {
      const { value, tags = [] } = stored
      if (tags.some(isClosed)) return false
      const derived = reusedDerived(value) ?? { results: [], bytes: 0, onChange: () => {} }
      derived.onChange = () => resize(key, derived)
      registerSource(value, derived)
      const tagBytes = tags.reduce((bytes, tag) => bytes + TAG_BYTES + textBytes(tag), 0)
      const ownBytes = ENTRY_BYTES + textBytes(key) + tagBytes + freeze(value)
      entries.set(key, { stored, ownBytes, derived })
      // A value that is larger than the whole level is not stored.
      if (entries.has(key)) addToIndex(key, tags)
      return true
    },
    delete: (key) => void entries.delete(key),
    deleteTagged(tags, closedMs) {
      const now = performance.now()
      for (const [tag, until] of closedUntil) if (until <= now) closedUntil.delete(tag)
      for (const tag of tags) {
        if (closedMs > 0) closedUntil.set(tag, now + closedMs)
        for (const key of [...(keysByTag.get(tag) ?? [])]) entries.delete(key)
      }
    },
    stats: () => ({ entries: entries.size, bytes: entries.calculatedSize, maxBytes }),
  }
}

/** The results derived from a part of the value that was stored before. */
function reusedDerived(value: unknown): Derived | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.values(value).map(derivedFrom).find(Boolean)
}

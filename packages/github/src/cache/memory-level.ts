import { LRUCache } from 'lru-cache'

/** The entries of a store in the memory of this process, and its limit. */
export type StoreStats = { entries: number; bytes: number; maxBytes: number }

export type MemoryLevel = {
  get(key: string): string | undefined
  /** Stores a text; false if one of its tags is closed. */
  set(key: string, text: string, tags?: readonly string[]): boolean
  delete(key: string): void
  /** Deletes every text with one of the tags, and closes the tags for `closedMs`. */
  deleteTagged(tags: readonly string[], closedMs: number): void
  stats(): StoreStats
}

type MemoryEntry = { text: string; tags: readonly string[] }

/** Creates the first level: the most recently used texts, bounded by bytes. */
export function createMemoryLevel(maxBytes: number): MemoryLevel {
  const keysByTag = new Map<string, Set<string>>()
  const closedUntil = new Map<string, number>()
  const entries = new LRUCache<string, MemoryEntry>({
    maxSize: maxBytes,
    sizeCalculation: ({ text, tags }, key) =>
      [key, text, ...tags].reduce((bytes, part) => bytes + byteSize(part), 0),
    dispose: ({ tags }, key) => removeFromIndex(key, tags),
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

  return {
    get: (key) => entries.get(key)?.text,
    set(key, text, tags = []) {
      if (tags.some(isClosed)) return false
      entries.set(key, { text, tags })
      // A text that is larger than the whole level is not stored.
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

// V8 stores a string with any character beyond Latin-1 in two bytes a character.
function byteSize(text: string): number {
  return Buffer.byteLength(text) === text.length ? text.length : text.length * 2
}

import { LRUCache } from 'lru-cache'

/** What a store holds in the memory of this process, and the most bytes that it may hold. */
export type StoreStats = { entries: number; bytes: number; maxBytes: number }

export type MemoryLevel = {
  get(key: string): string | undefined
  set(key: string, text: string): void
  delete(key: string): void
  stats(): StoreStats
}

/** Creates the first level: the most recently used texts, bounded by bytes. */
export function createMemoryLevel(maxBytes: number): MemoryLevel {
  const entries = new LRUCache<string, string>({
    maxSize: maxBytes,
    sizeCalculation: (text, key) => byteSize(key) + byteSize(text),
  })
  return {
    get: (key) => entries.get(key),
    set: (key, text) => void entries.set(key, text),
    delete: (key) => void entries.delete(key),
    stats: () => ({ entries: entries.size, bytes: entries.calculatedSize, maxBytes }),
  }
}

// V8 stores a string with any character beyond Latin-1 in two bytes a character.
function byteSize(text: string): number {
  return Buffer.byteLength(text) === text.length ? text.length : text.length * 2
}

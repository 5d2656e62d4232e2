import type { L1CacheDriver } from 'bentocache/types'
import type { StoreStats } from './store.ts'

export type MemoryLevel = { driver: L1CacheDriver; stats(): StoreStats }

type Kept = { text: string; bytes: number; endsAt: number }

/**
 * The first level: the texts used last, of so many bytes at most. bentocache's own memory level
 * cannot say what it holds and leaves the keys out of its count.
 */
export function memoryLevel(maxBytes: number): MemoryLevel {
  // A Map keeps the order in which keys came: what was used longest ago is the first.
  const kept = new Map<string, Kept>()
  let bytes = 0

  function get(key: string): string | undefined {
    const found = kept.get(key)
    if (!found) return undefined
    remove(key)
    if (found.endsAt <= Date.now()) return undefined
    keep(key, found)
    return found.text
  }

  function set(key: string, text: string, milliseconds = Number.POSITIVE_INFINITY): boolean {
    remove(key)
    const entry = { text, bytes: bytesOf(key) + bytesOf(text), endsAt: Date.now() + milliseconds }
    if (entry.bytes > maxBytes) return false
    for (const oldest of kept.keys()) {
      if (bytes + entry.bytes <= maxBytes) break
      remove(oldest)
    }
    keep(key, entry)
    return true
  }

  function keep(key: string, entry: Kept): void {
    kept.set(key, entry)
    bytes += entry.bytes
  }

  function remove(key: string): boolean {
    bytes -= kept.get(key)?.bytes ?? 0
    return kept.delete(key)
  }

  const driver: L1CacheDriver = {
    type: 'l1',
    get,
    set,
    delete: remove,
    deleteMany(keys) {
      for (const key of keys) remove(key)
      return true
    },
    pull(key) {
      const text = get(key)
      remove(key)
      return text
    },
    clear() {
      kept.clear()
      bytes = 0
    },
    getRemainingTtl: (key) => (kept.get(key)?.endsAt ?? Date.now()) - Date.now(),
    // Each store has a memory of its own, so there is nothing to tell apart.
    namespace: () => driver,
    disconnect() {},
  }
  return { driver, stats: () => ({ entries: kept.size, bytes, maxBytes }) }
}

// V8 keeps a text with any character past Latin-1 at two bytes a character, whatever UTF-8 takes.
function bytesOf(text: string): number {
  return Buffer.byteLength(text) === text.length ? text.length : text.length * 2
}

import type { Store } from '@repo/github/store'

type Kept = { value: unknown; bytes: number; until: number }

/**
 * A store for the Edge Runtime, which the one for Node.js does not run on: a map that ends with its
 * isolate, and forgets the oldest first.
 */
export function createSmallStore(maxBytes = 1_000_000, now = Date.now): Store {
  const entries = new Map<string, Kept>()
  let bytes = 0

  function remove(key: string): void {
    bytes -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }

  return {
    async get(key) {
      const kept = entries.get(key)
      if (kept && kept.until > now()) return kept.value
      remove(key)
      return undefined
    },
    async set(key, value, seconds) {
      remove(key)
      // A character is two bytes at most.
      const size = 2 * (key.length + JSON.stringify(value).length)
      entries.set(key, { value, bytes: size, until: now() + seconds * 1000 })
      bytes += size
      for (const oldest of entries.keys()) {
        if (bytes <= maxBytes) break
        remove(oldest)
      }
    },
    async delete(key) {
      remove(key)
    },
    stats: () => ({ entries: entries.size, bytes, maxBytes }),
  }
}

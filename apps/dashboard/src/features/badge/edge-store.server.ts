import type { Store } from '@repo/github/store'

type Entry = { value: unknown; bytes: number; expiresAt: number }

/**
 * Creates a store for the Edge Runtime, where the store for Node.js does not run: a map in its isolate
 * that evicts the oldest entries first.
 */
export function createEdgeStore(maxBytes = 1_000_000, now = Date.now): Store {
  const entries = new Map<string, Entry>()
  let bytes = 0

  function remove(key: string): void {
    bytes -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }

  return {
    async get(key) {
      const entry = entries.get(key)
      if (entry && entry.expiresAt > now()) return entry.value
      remove(key)
      return undefined
    },
    async set(key, value, seconds) {
      remove(key)
      // A character is two bytes at most.
      const size = 2 * (key.length + JSON.stringify(value).length)
      entries.set(key, { value, bytes: size, expiresAt: now() + seconds * 1000 })
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

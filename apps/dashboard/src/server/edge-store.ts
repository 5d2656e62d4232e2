import type { Store } from '@repo/github/store'

type Entry = { value: unknown; bytes: number; expiresAt: number; tags: readonly string[] }

/**
 * Creates a store for the Edge Runtime, where the store for Node.js does not run: a map in its isolate
 * that evicts the oldest entries first.
 */
export function createEdgeStore(maxBytes = 1_000_000, now = Date.now): Store {
  const entries = new Map<string, Entry>()
  const closedUntil = new Map<string, number>()
  let bytes = 0

  function remove(key: string): void {
    bytes -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }

  return {
    async get<Value>(key: string) {
      const entry = entries.get(key)
      // Only this isolate has set it.
      if (entry && entry.expiresAt > now()) return entry.value as Value
      remove(key)
      return undefined
    },
    async set(key, value, seconds, tags = []) {
      remove(key)
      if (tags.some((tag) => (closedUntil.get(tag) ?? 0) > now())) return value
      // A character is two bytes at most.
      const size = 2 * (key.length + JSON.stringify(value).length)
      entries.set(key, { value, bytes: size, expiresAt: now() + seconds * 1000, tags })
      bytes += size
      for (const oldest of entries.keys()) {
        if (bytes <= maxBytes) break
        remove(oldest)
      }
      return value
    },
    async delete(key) {
      remove(key)
    },
    async deleteTagged(deleted, closedSeconds) {
      for (const [tag, until] of closedUntil) if (until <= now()) closedUntil.delete(tag)
      for (const [key, { tags }] of entries) {
        if (tags.some((tag) => deleted.includes(tag))) remove(key)
      }
      if (closedSeconds === 0) return
      for (const tag of deleted) closedUntil.set(tag, now() + closedSeconds * 1000)
    },
    stats: () => ({ entries: entries.size, bytes, maxBytes }),
  }
}

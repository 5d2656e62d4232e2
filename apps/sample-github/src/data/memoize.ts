import type { RepoFacts } from './facts.ts'

/**
 * Remembers what a function answered, for the `size` keys that were asked for last.
 * Bounded, because any name under `fresh` is a repository.
 */
export function memoizeRecent<Key, Value>(size: number, make: (key: Key) => Value) {
  const kept = new Map<Key, Value>()

  return (key: Key): Value => {
    const value = kept.get(key) ?? make(key)
    kept.delete(key)
    kept.set(key, value)
    if (kept.size > size) {
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    }
    return value
  }
}

/** Remembers what a function answered for a repository, as long as the day lasts. */
export function memoizeByDay<Value>(make: (repo: RepoFacts, today: number) => Value) {
  const kept = new WeakMap<RepoFacts, { today: number; value: Value }>()

  return (repo: RepoFacts, today: number): Value => {
    const known = kept.get(repo)
    if (known?.today === today) return known.value
    const value = make(repo, today)
    kept.set(repo, { today, value })
    return value
  }
}

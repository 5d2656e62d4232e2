import type { RepoFacts } from './facts.ts'

/**
 * Memoizes a function for the `size` most recently used keys.
 * Bounded, because any name under `fresh` is a repository.
 */
export function memoizeRecent<Key, Value>(size: number, make: (key: Key) => Value) {
  const values = new Map<Key, Value>()

  return (key: Key): Value => {
    const value = values.get(key) ?? make(key)
    values.delete(key)
    values.set(key, value)
    if (values.size > size) {
      const [oldest] = values.keys()
      if (oldest !== undefined) values.delete(oldest)
    }
    return value
  }
}

/** Memoizes a function of a repository until the day ends. */
export function memoizeByDay<Value>(make: (repo: RepoFacts, today: number) => Value) {
  const values = new WeakMap<RepoFacts, { today: number; value: Value }>()

  return (repo: RepoFacts, today: number): Value => {
    const stored = values.get(repo)
    if (stored?.today === today) return stored.value
    const value = make(repo, today)
    values.set(repo, { today, value })
    return value
  }
}

import { useSyncExternalStore } from 'react'

/** A stored repository: the id is stable across renames, the name is the last one known. */
export type StoredRepo = { id: number; name: string }

/** A list of repositories in this browser's storage. */
export type StoredRepos = {
  read: () => readonly StoredRepo[]
  write: (repos: readonly StoredRepo[]) => void
  subscribe: (listener: () => void) => () => void
}

const none: readonly StoredRepo[] = []

/** Creates a list under a storage key, with a maximum length. */
export function storedRepos(key: string, maxLength: number): StoredRepos {
  const listeners = new Set<() => void>()
  let written = ''
  let repos = none

  function follow(event: StorageEvent) {
    if (event.key === key || event.key === null) for (const listener of listeners) listener()
  }

  return {
    read() {
      const text = stored(key)
      if (text !== written) {
        written = text
        repos = reposFrom(text).slice(0, maxLength)
      }
      return repos
    },
    write(next) {
      store(key, JSON.stringify(next.slice(0, maxLength)))
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      if (listeners.size === 0) addEventListener('storage', follow)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) removeEventListener('storage', follow)
      }
    },
  }
}

/** The current list; undefined on the server. */
export function useStoredRepos(list: StoredRepos): readonly StoredRepo[] | undefined {
  return useSyncExternalStore(list.subscribe, list.read, () => undefined)
}

/** Parses repositories from untrusted text; invalid entries are left out. */
export function reposFrom(text: string): StoredRepo[] {
  try {
    const value: unknown = JSON.parse(text)
    const repos = Array.isArray(value) ? value.filter(isStoredRepo) : []
    const byId = new Map(repos.map(({ id, name }) => [id, { id, name }]))
    return [...byId.values()]
  } catch {
    return []
  }
}

function isStoredRepo(value: unknown): value is StoredRepo {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    Number.isSafeInteger(value.id) &&
    Number(value.id) > 0 &&
    'name' in value &&
    typeof value.name === 'string' &&
    /^[\w-]{1,39}\/[\w.-]{1,100}$/.test(value.name)
  )
}

// Storage may be blocked or full: the list then lasts as long as the page.
const memory = new Map<string, string>()

function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? ''
  } catch {
    return memory.get(key) ?? ''
  }
}

function store(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    memory.set(key, text)
  }
}

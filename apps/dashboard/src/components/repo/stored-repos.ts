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
export function createStoredRepos(key: string, maxLength: number): StoredRepos {
  const listeners = new Set<() => void>()
  let cachedText = ''
  let repos = none

  function notifyOnStorage(event: StorageEvent) {
    if (event.key === key || event.key === null) for (const listener of listeners) listener()
  }

  return {
    read() {
      const text = readItem(key)
      if (text !== cachedText) {
        cachedText = text
        repos = parseStoredRepos(text).slice(0, maxLength)
      }
      return repos
    },
    write(next) {
      writeItem(key, JSON.stringify(next.slice(0, maxLength)))
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      if (listeners.size === 0) addEventListener('storage', notifyOnStorage)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) removeEventListener('storage', notifyOnStorage)
      }
    },
  }
}

/** Returns the current list; undefined on the server. */
export function useStoredRepos(list: StoredRepos): readonly StoredRepo[] | undefined {
  return useSyncExternalStore(list.subscribe, list.read, () => undefined)
}

/** Parses repositories from untrusted text; invalid entries are left out. */
export function parseStoredRepos(text: string): StoredRepo[] {
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

// If storage is blocked or full, the list lasts until the page is closed.
const memory = new Map<string, string>()

function readItem(key: string): string {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? ''
  } catch {
    return memory.get(key) ?? ''
  }
}

function writeItem(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    memory.set(key, text)
  }
}

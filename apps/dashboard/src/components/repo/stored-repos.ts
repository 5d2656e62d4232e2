import { useSyncExternalStore } from 'react'

/** A repository as a browser remembers it: the id outlives the name, which was the last one known. */
export type StoredRepo = { id: number; name: string }

/** A list of repositories that only this browser keeps. */
export type StoredRepos = {
  read: () => readonly StoredRepo[]
  write: (repos: readonly StoredRepo[]) => void
  subscribe: (tell: () => void) => () => void
}

const none: readonly StoredRepo[] = []

/** Makes a list that is kept in the browser's storage under a key, with so many entries at most. */
export function storedRepos(key: string, most: number): StoredRepos {
  const listeners = new Set<() => void>()
  let written = ''
  let repos = none

  function follow(event: StorageEvent) {
    if (event.key === key || event.key === null) for (const tell of listeners) tell()
  }

  return {
    read() {
      const text = stored(key)
      if (text !== written) {
        written = text
        repos = reposFrom(text).slice(0, most)
      }
      return repos
    },
    write(next) {
      store(key, JSON.stringify(next.slice(0, most)))
      for (const tell of listeners) tell()
    },
    subscribe(tell) {
      if (listeners.size === 0) addEventListener('storage', follow)
      listeners.add(tell)
      return () => {
        listeners.delete(tell)
        if (listeners.size === 0) removeEventListener('storage', follow)
      }
    },
  }
}

/** The list as it is now; undefined on the server, which cannot know it. */
export function useStoredRepos(list: StoredRepos): readonly StoredRepo[] | undefined {
  return useSyncExternalStore(list.subscribe, list.read, () => undefined)
}

/** Takes repositories from a text that anybody may have written; what is none is left out. */
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

// Storage may be blocked or full: the list is then as long as the visit.
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

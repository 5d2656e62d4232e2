import { useSyncExternalStore } from 'react'

/** A value in this browser's storage. */
export type StoredValue<T> = {
  read: () => T
  write: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

/**
 * Creates a value under a storage key.
 * @param parse reads it from untrusted text, which is empty at first.
 */
export function createStoredValue<T>(key: string, parse: (text: string) => T): StoredValue<T> {
  const listeners = new Set<() => void>()
  let cachedText = ''
  let value = parse('')

  function notifyOnStorage(event: StorageEvent) {
    if (event.key === key || event.key === null) for (const listener of listeners) listener()
  }

  return {
    read() {
      const text = readItem(key)
      if (text !== cachedText) {
        cachedText = text
        value = parse(text)
      }
      return value
    },
    write(next) {
      writeItem(key, JSON.stringify(next))
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

/** Returns the current value; undefined on the server. */
export function useStoredValue<T>({ subscribe, read }: StoredValue<T>): T | undefined {
  return useSyncExternalStore(subscribe, read, () => undefined)
}

// If storage is blocked or full, the value lasts until the page is closed.
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

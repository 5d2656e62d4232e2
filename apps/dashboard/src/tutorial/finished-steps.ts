import { useSyncExternalStore } from 'react'

const KEY = 'finished-steps'
const MAX_STEPS = 100
const none: readonly string[] = []
const listeners = new Set<() => void>()
let cachedText = ''
let finished = none

/** Returns the paths of the steps that this browser's user has finished; undefined on the server. */
export function useFinishedSteps(): readonly string[] | undefined {
  return useSyncExternalStore(subscribe, read, () => undefined)
}

/** Marks a step as finished, or removes the mark. */
export function toggleFinishedStep(path: string): void {
  const others = read().filter((step) => step !== path)
  const next = others.length < read().length ? others : [...others, path]
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // Storage is blocked or full, so the marks last until the page is closed.
    finished = next
  }
  for (const listener of listeners) listener()
}

/** Parses paths of steps from untrusted text; invalid entries are left out. */
export function parseFinishedSteps(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text)
    const paths = Array.isArray(value) ? value.filter((path) => typeof path === 'string') : []
    return [...new Set(paths)].slice(0, MAX_STEPS)
  } catch {
    return none
  }
}

function read(): readonly string[] {
  try {
    const text = localStorage.getItem(KEY) ?? ''
    if (text !== cachedText) {
      cachedText = text
      finished = parseFinishedSteps(text)
    }
  } catch {
    // Storage is blocked.
  }
  return finished
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

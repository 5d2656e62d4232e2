import { useSyncExternalStore } from 'react'

/**
 * A text that the server writes in one fixed form, and the browser in the visitor's language and
 * zone once the page is hydrated: what React compares while it hydrates is the server's text.
 */
export function useVisitorText(onServer: string, inBrowser: () => string): string {
  return useSyncExternalStore(never, inBrowser, () => onServer)
}

/** The same for a text that changes with time, such as an age; it is worked out again every few seconds. */
export function useTickingText(onServer: string, inBrowser: () => string): string {
  return useSyncExternalStore(everyTick, inBrowser, () => onServer)
}

function never() {
  return () => {}
}

const tick = 10_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

// One timer for the whole page, however many ages it shows.
function everyTick(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const tell of listeners) tell()
  }, tick)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

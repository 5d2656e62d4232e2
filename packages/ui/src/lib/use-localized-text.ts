import { useSyncExternalStore } from 'react'

/**
 * Returns `serverText` on the server and during hydration, so that both agree, and afterwards the
 * text that `localize` returns in the visitor's language and time zone.
 */
export function useLocalizedText(serverText: string, localize: () => string): string {
  return useSyncExternalStore(subscribeToNothing, localize, () => serverText)
}

/** Like `useLocalizedText`, and calls `localize` again every ten seconds. */
export function useTickingLocalizedText(serverText: string, localize: () => string): string {
  return useSyncExternalStore(subscribeToTicks, localize, () => serverText)
}

function subscribeToNothing() {
  return () => {}
}

const TICK_MS = 10_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

// All relative times of a page share one timer.
function subscribeToTicks(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const notify of listeners) notify()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

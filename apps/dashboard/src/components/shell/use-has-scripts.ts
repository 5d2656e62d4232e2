import { useSyncExternalStore } from 'react'

/** Returns whether the page's scripts run, so that controls that need them are rendered only then. */
export function useHasScripts(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}

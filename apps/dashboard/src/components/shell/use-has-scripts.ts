import { useSyncExternalStore } from 'react'

/** True once the page's scripts run: controls that need them appear from then on. */
export function useHasScripts(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}

import { useSyncExternalStore } from 'react'

/** True once the page's scripts run: what only they can do is shown from then on. */
export function useHasScripts(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}

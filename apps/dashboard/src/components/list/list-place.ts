import { useEffect } from 'react'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'

/** The ID of the heading of a page's list, or of its number of results. */
export const LIST_ID = 'list'

/** Adds the fragment of the list to a path; only without scripts, which keep the place themselves. */
export function useListPath(): (path: string) => string {
  const hasScripts = useHasScripts()
  return (path) => (hasScripts ? path : `${path}#${LIST_ID}`)
}

/** Keeps the place of the page's list when its filters, order or page change. */
export function useListPlace(): void {
  useEffect(() => {
    import('./follow-list.ts').then(
      ({ followList }) => followList(LIST_ID),
      // After a deployment the script may be gone, and the page works without it.
      () => {},
    )
  }, [])
}

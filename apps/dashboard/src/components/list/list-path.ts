import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import { LIST_ID } from './list-place.tsx'

/** Adds the fragment of the list to a path; only without scripts, which keep the place themselves. */
export function useListPath(): (path: string) => string {
  const hasScripts = useHasScripts()
  return (path) => (hasScripts ? path : `${path}#${LIST_ID}`)
}

import type { Panel } from '@repo/github'
import type { Age } from './age.tsx'

/**
 * Combines the ages of a page's own data, if it has any, and of its panels: the oldest date. A panel
 * that failed counts only if the page failed too; otherwise it shows its own date.
 */
export function combineAges(
  age: Age | undefined,
  panels: readonly Panel<unknown>[],
): Age | undefined {
  const isFailing = age?.stale === 'upstream-error'
  const parts = panels.flatMap((panel) => {
    if (!('data' in panel)) return []
    const stale = panel.state === 'stale' ? panel.reason : undefined
    return stale === 'upstream-error' && !isFailing ? [] : [{ asOf: panel.asOf, stale }]
  })
  const asOf = [...(age ? [age] : []), ...parts].map((part) => part.asOf).toSorted()[0]
  if (asOf === undefined) return undefined
  const stale = age?.stale ?? parts.find((part) => part.stale)?.stale
  return { ...age, asOf, ...(stale && { stale }) }
}

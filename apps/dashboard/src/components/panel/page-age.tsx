import type { Panel } from '@repo/github'
import { RelativeTime } from '@repo/ui/timestamp'
import { createContext, type ReactNode, useContext } from 'react'
import { type Age, AgeBanner } from './age.tsx'
import styles from './page-age.module.css'

const PageAgeContext = createContext<Age | undefined>(undefined)

/** Returns the age that the page shows; undefined if it shows none. */
export function usePageAge(): Age | undefined {
  return useContext(PageAgeContext)
}

type PageAgeProps = {
  /** The age of the page's own data; undefined if it has only panels. */
  age?: Age
  panels?: readonly Panel<unknown>[]
  children: ReactNode
}

/** When a page was updated, once for all its panels, and why if GitHub sends nothing newer. */
export function PageAge({ age, panels = [], children }: PageAgeProps) {
  const shown = combineAges(age, panels)
  return (
    <PageAgeContext value={shown}>
      {shown && (
        <p className={styles.updated}>
          Updated <RelativeTime date={shown.asOf} format="datetime" />
          {shown.stale === 'revalidating' && <ReloadLink />}
        </p>
      )}
      {shown && <AgeBanner age={shown} />}
      {children}
    </PageAgeContext>
  )
}

function ReloadLink() {
  return (
    <>
      {'. '}
      {/* biome-ignore lint/a11y/useValidAnchor: an empty reference is the document's own URL (RFC 3986 §4.4) */}
      <a href="">Load newer data</a>
    </>
  )
}

/**
 * Combines the ages of a page and its panels: the oldest date. A panel that failed counts only if the
 * page failed too; otherwise it shows its own date.
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

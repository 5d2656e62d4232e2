import { RelativeTime } from '@repo/ui/timestamp'
import { createContext, type ReactNode, useContext } from 'react'
import { RetryLink } from '#components/shell/retry-link.tsx'
import { type Age, AgeBanner } from './age.tsx'
import styles from './page-age.module.css'

const PageAgeContext = createContext<Age | undefined>(undefined)

/** Returns the age that the page shows; undefined if it shows none. */
export function usePageAge(): Age | undefined {
  return useContext(PageAgeContext)
}

type PageAgeProps = {
  age: Age | undefined
  /** What follows the date: whether the open page has loaded newer data. */
  status?: ReactNode
  children: ReactNode
}

/**
 * When a page was updated, once for all its panels, and why if GitHub sends nothing newer; no date if
 * `age` is undefined.
 */
export function PageAge({ age, status, children }: PageAgeProps) {
  return (
    <PageAgeContext value={age}>
      {age && (
        <p className={styles.updated}>
          Updated <RelativeTime date={age.asOf} format="datetime" />
          {/* In an element: React cannot remove a text that the browser has translated. */}
          {age.stale === 'revalidating' && (
            <span>
              . <RetryLink label="Load newer data" />
            </span>
          )}
          {status}
        </p>
      )}
      {age && <AgeBanner age={age} />}
      {children}
    </PageAgeContext>
  )
}

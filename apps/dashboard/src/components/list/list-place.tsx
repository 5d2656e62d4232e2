import { type ReactNode, useEffect } from 'react'

/** The ID of a page's list, or of its number of results. */
export const LIST_ID = 'list'

/** A list that keeps its place in the window when its filters, order or page change. */
export function ListPlace({ children }: { children: ReactNode }) {
  useListPlace()
  return <div id={LIST_ID}>{children}</div>
}

/** What is in a list, which screen readers announce when it changes: `231 results`. */
export function ListSummary({ children }: { children: ReactNode }) {
  useListPlace()
  return (
    <p id={LIST_ID} role="status">
      {children}
    </p>
  )
}

function useListPlace(): void {
  useEffect(() => {
    import('./follow-list.ts').then(
      ({ followList }) => followList(LIST_ID),
      // After a deployment the script may be gone, and the page works without it.
      () => {},
    )
  }, [])
}

import type { ReactNode } from 'react'
import { LIST_ID, useListPlace } from './list-place.ts'

/** What is in a list, which screen readers announce when it changes: `231 results`. */
export function ListSummary({ children }: { children: ReactNode }) {
  useListPlace()
  return (
    <p id={LIST_ID} tabIndex={-1} role="status">
      {children}
    </p>
  )
}

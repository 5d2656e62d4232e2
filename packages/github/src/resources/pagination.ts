import type { PageNumbers } from '../http/link-header.ts'

/** One page of a list; `lastPage` is null where GitHub does not tell how many there are. */
export type Page<T> = { items: T[]; page: number; hasNext: boolean; lastPage: number | null }

export const PER_PAGE = 30

/**
 * A page, and where it stands in its list. What fits on one page has no `Link` header, nor its last page
 * a next; past the end the last may be untold, and the first is always there.
 */
export function toPage<T>(items: T[], page: number, pages: PageNumbers): Page<T> {
  const hasNext = pages.next !== undefined
  const last = items.length === 0 ? 1 : page
  return { items, page, hasNext, lastPage: pages.last ?? (hasNext ? null : last) }
}

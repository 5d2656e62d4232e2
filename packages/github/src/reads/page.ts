import type { Pages } from '../pages.ts'

/** One page of a list; `lastPage` is null where GitHub does not tell how many there are. */
export type Page<T> = { items: T[]; page: number; hasNext: boolean; lastPage: number | null }

export const perPage = 30

/** Where a page stands in its list. What fits on one page has no `Link` header, nor its last page a next. */
export function position(page: number, pages: Pages): Omit<Page<never>, 'items'> {
  const hasNext = pages.next !== undefined
  return { page, hasNext, lastPage: pages.last ?? (hasNext ? null : page) }
}

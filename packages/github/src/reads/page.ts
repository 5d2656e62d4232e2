import type { Pages } from '../pages.ts'

/** One page of a list; `lastPage` is null where GitHub does not tell how many there are. */
export type Page<T> = { items: T[]; page: number; hasNext: boolean; lastPage: number | null }

export const perPage = 30

/** Where a page stands in its list. Without a `Link` header, everything is on this page. */
export function position(page: number, pages: Pages): Omit<Page<never>, 'items'> {
  const hasNext = pages.next !== undefined
  return { page, hasNext, lastPage: hasNext ? (pages.last ?? null) : page }
}

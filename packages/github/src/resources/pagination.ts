import { z } from 'zod'
import type { PageNumbers } from '../http/link-header.ts'
import { flag } from './fields.ts'
import type { Snapshot } from './read.ts'

/** One page of a list; `lastPage` is null where GitHub does not return the number of pages. */
export type Page<T> = { items: T[]; page: number; hasNext: boolean; lastPage: number | null }

/** One page of search results; `total` counts the results of all pages. */
export type SearchPage<T> = Page<T> & { total: number }

export const PER_PAGE = 30

/** The last page of a GitHub search, which returns at most 1,000 results. */
export const MAX_SEARCH_PAGE = Math.ceil(1000 / PER_PAGE)

/**
 * Describes a page of a list. GitHub sends no `Link` header for a single page, no `next` on the last
 * page, and may omit `last` past the end, where page 1 is the only page known to exist.
 */
export function toPage<T>(items: T[], page: number, pages: PageNumbers): Page<T> {
  const hasNext = pages.next !== undefined
  const last = items.length === 0 ? 1 : page
  return { items, page, hasNext, lastPage: pages.last ?? (hasNext ? null : last) }
}

/** The body of a response of GitHub's search. */
export function searchResponse<Item extends z.ZodType>(item: Item) {
  return z.object({
    total_count: z.int().nonnegative(),
    incomplete_results: flag,
    items: z.array(item),
  })
}

type SearchResponse<T> = { total_count: number; incomplete_results: boolean; items: T[] }

/** Describes a page of search results; partial if the search timed out. */
export function toSearchPage<T>(
  snapshot: Snapshot<SearchResponse<T>>,
  page: number,
): Snapshot<SearchPage<T>> {
  const { total_count: total, incomplete_results: isIncomplete, items } = snapshot.data
  const lastPage = Math.min(Math.max(Math.ceil(total / PER_PAGE), 1), MAX_SEARCH_PAGE)
  return {
    ...snapshot,
    data: { items, page, hasNext: page < lastPage, lastPage, total },
    ...(isIncomplete && { partial: true }),
  }
}

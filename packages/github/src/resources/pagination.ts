import { z } from 'zod'
import { hasNextPage, type PageLinks } from '../http/link-header.ts'
import { count, flag, type List, list } from './fields.ts'
import type { Snapshot } from './read.ts'

/** One page of a list; `lastPage` is null where GitHub does not return the number of pages. */
export type Page<T> = { items: T[]; page: number; hasNext: boolean; lastPage: number | null }

/** One page of search results; `total` counts the results of all pages, and is null if unknown. */
export type SearchPage<T> = Page<T> & { total: number | null }

export const PER_PAGE = 30

/** The last page of a GitHub search, which returns at most 1,000 results. */
export const MAX_SEARCH_PAGE = Math.ceil(1000 / PER_PAGE)

/** A position in a list: the number of a page, or the cursor that follows the page before. */
export type Position = { page: number } | { after: string }

type ReadAt<T> = (position: Position) => Promise<{ snapshot: Snapshot<List<T>>; pages: PageLinks }>

// Pages of a list without page numbers are read in sequence, so only this many.
const MAX_CURSORS = 10

/**
 * Reads one page of a list; partial if some items could not be read. Where GitHub links pages by
 * cursors instead of numbers, it follows them from the first page.
 */
export async function readPage<T>(readAt: ReadAt<T>, page: number): Promise<Snapshot<Page<T>>> {
  let found = await readAt({ page })
  if (page > 1 && found.pages.after !== undefined) {
    found = await readAt({ page: 1 })
    for (let number = 2; number <= Math.min(page, MAX_CURSORS); number++) {
      const position = nextPosition(found.pages, number)
      if (position === undefined) break
      found = await readAt(position)
    }
  }
  const { data: items, ...freshness } = toListSnapshot(found.snapshot)
  return { ...freshness, data: toPage(items, page, found.pages) }
}

/** Where the list goes on after a page; undefined at its end. */
export function nextPosition({ next, after }: PageLinks, page: number): Position | undefined {
  if (after !== undefined) return { after }
  return next === undefined ? undefined : { page }
}

/** The items of a list; partial if some could not be read, or if GitHub has more. */
export function toListSnapshot<T>(
  { data: { items, isComplete }, ...snapshot }: Snapshot<List<T>>,
  hasMore = false,
): Snapshot<T[]> {
  return { ...snapshot, data: items, ...((hasMore || !isComplete) && { partial: true }) }
}

/**
 * Describes a page of a list. GitHub sends no `Link` header for a single page, no `next` on the last
 * page, and may omit `last` past the end, where page 1 is the only page known to exist.
 */
function toPage<T>(items: T[], page: number, pages: PageLinks): Page<T> {
  const hasNext = hasNextPage(pages)
  const last = items.length === 0 ? 1 : page
  return { items, page, hasNext, lastPage: pages.last ?? (hasNext ? null : last) }
}

/** The schema of a response from GitHub's search. */
export function searchResponse<Item extends z.ZodType>(item: Item) {
  return z.object({ total_count: count, incomplete_results: flag, items: list(item) })
}

type SearchResponse<T> = {
  total_count: number | null
  incomplete_results: boolean
  items: List<T>
}

/** Describes a page of search results; partial if the search timed out or an item is missing. */
export function toSearchPage<T>(
  { data, ...snapshot }: Snapshot<SearchResponse<T>>,
  page: number,
): Snapshot<SearchPage<T>> {
  const { total_count: total, incomplete_results: isIncomplete, items: found } = data
  const { data: items, ...freshness } = toListSnapshot({ ...snapshot, data: found }, isIncomplete)
  return { ...freshness, data: { items, page, ...positionOf(total, items, page), total } }
}

function positionOf(total: number | null, items: readonly unknown[], page: number) {
  if (total === null) return { hasNext: items.length === PER_PAGE, lastPage: null }
  const lastPage = Math.min(Math.max(Math.ceil(total / PER_PAGE), 1), MAX_SEARCH_PAGE)
  return { hasNext: page < lastPage, lastPage }
}

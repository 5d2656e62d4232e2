import type { SampleContext } from './context.ts'
import { sendJson } from './send.ts'

export type PageQuery = { number: number; size: number }

/** Like GitHub, falls back for any text that is not a positive number. */
function parsePositive(text: string | undefined, fallback: number): number {
  const value = /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0
  return value >= 1 ? value : fallback
}

export function parsePage(c: SampleContext, defaultSize = 30, maxSize = 100): PageQuery {
  return {
    number: parsePositive(c.req.query('page'), 1),
    size: Math.min(maxSize, parsePositive(c.req.query('per_page'), defaultSize)),
  }
}

export type LinkTarget = {
  /** Absolute URL of the list, without a query. */
  url: string
  /** The query of the request; the links replace `page`. */
  query: string
}

/** GitHub's Link header (RFC 8288), or `undefined` when everything fits on one page. */
export function linkHeader(target: LinkTarget, page: PageQuery, total: number): string | undefined {
  const last = Math.max(1, Math.ceil(total / page.size))
  const to = (number: number, rel: string) => {
    const query = new URLSearchParams(target.query)
    query.set('page', String(number))
    return `<${target.url}?${query}>; rel="${rel}"`
  }
  const links = [
    ...(page.number > 1 ? [to(page.number - 1, 'prev')] : []),
    ...(page.number < last ? [to(page.number + 1, 'next'), to(last, 'last')] : []),
    ...(page.number > 1 ? [to(1, 'first')] : []),
  ]
  return links.length > 0 ? links.join(', ') : undefined
}

export type List<Item> = {
  /** The path in the links, such as `/repositories/1296269/issues`. */
  path: string
  total: number
  /** Returns the items from `start` up to, not including, `end`. */
  items: (start: number, end: number) => Item[]
  page?: PageQuery
  headers?: Record<string, string>
}

/** Sends one page of a list with its links; `wrap` puts the items into an object where GitHub does. */
export function sendList<Item>(
  c: SampleContext,
  list: List<Item>,
  wrap: (items: Item[]) => unknown = (items) => items,
): Response {
  const page = list.page ?? parsePage(c)
  const start = Math.min(list.total, (page.number - 1) * page.size)
  const end = Math.min(list.total, start + page.size)
  const target = { url: `${c.get('linkBase')}${list.path}`, query: new URL(c.req.url).search }
  // A list of one page has no links, and the fault `bad-links` needs some.
  const total = c.get('hasForcedLinks') ? Math.max(list.total, page.size * 3) : list.total
  const link = linkHeader(target, page, total)
  return sendJson(c, wrap(list.items(start, end)), { ...list.headers, ...(link && { link }) })
}

/** Creates each item from its index in the list. */
export function itemsByIndex<Item>(make: (index: number) => Item) {
  return (start: number, end: number): Item[] =>
    Array.from({ length: end - start }, (_, offset) => make(start + offset))
}

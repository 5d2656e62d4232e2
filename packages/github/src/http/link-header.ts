/** Where a list goes on, from a `Link` header (RFC 8288); empty if the list has a single page. */
export type PageLinks = {
  /** Number of the next page. */
  next?: number | undefined
  /** Cursor of the next page, for a list without page numbers. */
  after?: string | undefined
  /** Number of the last page. */
  last?: number | undefined
}

const MAX_CURSOR_LENGTH = 1000

/** Parses page numbers and cursors only: URLs in a `Link` header are never followed. */
export function parseLinkHeader(link: string | undefined): PageLinks {
  const next = paramsFor('next', link)
  const nextPage = pageNumberFrom(next)
  const after = next?.get('after')
  const last = pageNumberFrom(paramsFor('last', link))
  const hasCursor = nextPage === undefined && after && after.length <= MAX_CURSOR_LENGTH
  return {
    ...(nextPage !== undefined && { next: nextPage }),
    ...(hasCursor && { after }),
    ...(last !== undefined && { last }),
  }
}

/** Whether the list has another page. */
export function hasNextPage({ next, after }: PageLinks): boolean {
  return next !== undefined || after !== undefined
}

// GitHub's are a few hundred characters long.
const MAX_LINK_LENGTH = 8192

function paramsFor(rel: 'next' | 'last', link = ''): URLSearchParams | undefined {
  if (link.length > MAX_LINK_LENGTH) return undefined
  for (const entry of link.split(/,\s*(?=<)/)) {
    const [, url = '', relation] = /^<([^>]*)>.*\brel="?([a-z]+)"?/.exec(entry) ?? []
    if (relation === rel) return new URLSearchParams(url.slice(url.indexOf('?') + 1))
  }
  return undefined
}

function pageNumberFrom(params: URLSearchParams | undefined): number | undefined {
  const page = params?.get('page') ?? ''
  return /^\d{1,9}$/.test(page) ? Number(page) : undefined
}

/** Page numbers from a `Link` header (RFC 8288); none if the list has a single page. */
export type PageNumbers = { next?: number | undefined; last?: number | undefined }

/** Parses the page numbers only: URLs in a `Link` header are never followed. */
export function parseLinkHeader(link: string | undefined): PageNumbers {
  const next = pageNumberFor('next', link)
  const last = pageNumberFor('last', link)
  return { ...(next !== undefined && { next }), ...(last !== undefined && { last }) }
}

function pageNumberFor(rel: 'next' | 'last', link = ''): number | undefined {
  for (const entry of link.split(/,\s*(?=<)/)) {
    const [, url, relation] = /^<([^>]*)>.*\brel="?([a-z]+)"?/.exec(entry) ?? []
    const page = /[?&]page=(\d{1,9})(?:&|$)/.exec(url ?? '')?.[1]
    if (relation === rel && page !== undefined) return Number(page)
  }
  return undefined
}

import type { ServerResponse } from 'node:http'
import { setCacheHeaders } from '@repo/cache-headers'
import { isFullName } from '@repo/github'
import { pageWithoutPurge } from './cache-policies.ts'
import { guardHeaders } from './guard-headers.ts'
import { isWithoutPurge } from './shorten-without-purge.ts'
import { readTagField } from './tag-field.ts'

/** The path of the ISR page of a repository, `owner/name`. */
export function isrPath(fullName: string): string {
  return `/learn/when/${fullName}`
}

/** The cache tag of that page: `getStaticProps` has no response on which it could report an ID. */
export function isrTag(fullName: string): string {
  return `isr:${fullName.toLowerCase()}`
}

/** Returns the repository of a path of an ISR page, or of its data; undefined for other paths. */
export function findIsrRepo(path: string): string | undefined {
  const [, page, data] =
    /^(?:\/learn\/when\/(.+)|\/_next\/data\/[^/]+\/learn\/when\/(.+)\.json)$/.exec(path) ?? []
  const fullName = page ?? data
  return fullName !== undefined && isFullName(fullName) ? fullName : undefined
}

/**
 * Sets the cache tag of an ISR page, so that the shared cache in front can be purged: Next sets
 * the page's `Cache-Control`. In nginx, which cannot be purged, its lifetime is shorter.
 */
export function tagIsrPage(res: ServerResponse, fullName: string): void {
  guardHeaders(res, (response) => {
    if (!String(response.getHeader('Cache-Control')).includes('s-maxage=')) return
    const field = readTagField()
    if (field !== undefined) response.setHeader(field, isrTag(fullName))
    if (isWithoutPurge()) setCacheHeaders(response, pageWithoutPurge)
  })
}

import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { cdnHeaders, parseCacheControl, setCacheHeaders } from '@repo/cache-headers'

type GivenHeaders = OutgoingHttpHeaders | OutgoingHttpHeader[]

const CACHEABLE_STATUSES = [200, 404]

/**
 * Checks headers just before they are sent: a response with a status that is not cacheable gets
 * `private, no-store`, whatever was set before.
 *
 * Next keeps headers that were set before a throw, in `getServerSideProps` or while rendering, on
 * the 500 page, and a shared cache would serve the outage to everyone. The status is only final when
 * the head is written.
 * @param beforeHead runs last, when the status and the cache headers are final.
 */
export function guardHeaders(
  res: ServerResponse,
  beforeHead: (res: ServerResponse) => void = () => {},
): void {
  const writeHead = res.writeHead

  // Next warns about `context.res` after getServerSideProps; `this` is the response itself.
  function guarded(
    this: ServerResponse,
    status: number,
    ...rest: (string | GivenHeaders | undefined)[]
  ): ServerResponse {
    for (const given of rest) {
      if (typeof given === 'string') this.statusMessage = given
      else if (given) copyHeaders(this, given)
    }
    // A 304 freshens a stored response under the headers that it was stored with (RFC 9111 §4.3.4).
    if (status !== 304) {
      if (!CACHEABLE_STATUSES.includes(status)) setCacheHeaders(this, { scope: 'private' })
      if (!isPublic(this)) for (const name of cdnHeaders) this.removeHeader(name)
      beforeHead(this)
    }
    return writeHead.call(this, status)
  }
  res.writeHead = guarded as typeof writeHead
}

// Headers passed as arguments would override those that the guard sets.
function copyHeaders(res: ServerResponse, given: GivenHeaders): void {
  const pairs = Array.isArray(given)
    ? given.flatMap((name, index) => (index % 2 ? [] : [[String(name), given[index + 1]] as const]))
    : Object.entries(given)
  for (const [name] of pairs) res.removeHeader(name)
  for (const [name, value] of pairs) {
    if (value !== undefined) res.appendHeader(name, Array.isArray(value) ? value : String(value))
  }
}

/** Returns whether shared caches may store a response, by the headers set so far. */
export function isPublic(res: ServerResponse): boolean {
  return parseCacheControl(String(res.getHeader('Cache-Control') ?? '')).public === true
}

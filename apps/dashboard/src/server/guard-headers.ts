import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { cdnHeaders, parseCacheControl, setCacheHeaders } from '@repo/cache-headers'

type GivenHeaders = OutgoingHttpHeaders | OutgoingHttpHeader[]

const mayBeKept = [200, 404]

/**
 * Guards what leaves: an answer that is no success is kept by nobody, whatever was set before.
 *
 * Next keeps headers that were set before a throw, in `getServerSideProps` or while rendering, on
 * the 500 page, and a cache in front would serve the outage to everybody. Only the moment at which
 * the head is written knows the status.
 * @param beforeHead runs last, when status and cache headers are final.
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
      else if (given) take(this, given)
    }
    // A 304 renews what a cache holds, under the headers that it came with.
    if (status !== 304) {
      if (!mayBeKept.includes(status)) setCacheHeaders(this, { scope: 'private' })
      if (!isPublic(this)) for (const name of cdnHeaders) this.removeHeader(name)
      beforeHead(this)
    }
    return writeHead.call(this, status)
  }
  res.writeHead = guarded as typeof writeHead
}

// As arguments they would win over the headers that the guard sets.
function take(res: ServerResponse, given: GivenHeaders): void {
  const pairs = Array.isArray(given)
    ? given.flatMap((name, index) => (index % 2 ? [] : [[String(name), given[index + 1]] as const]))
    : Object.entries(given)
  for (const [name] of pairs) res.removeHeader(name)
  for (const [name, value] of pairs) {
    if (value !== undefined) res.appendHeader(name, Array.isArray(value) ? value : String(value))
  }
}

/** Tells whether a response, as it stands, may be kept by shared caches. */
export function isPublic(res: ServerResponse): boolean {
  return parseCacheControl(String(res.getHeader('Cache-Control') ?? '')).public === true
}

import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { cdnHeaders, parseCacheControl, setCacheHeaders } from '@repo/cache-headers'

type WriteHeadHeaders = OutgoingHttpHeaders | OutgoingHttpHeader[]

const CACHEABLE_STATUSES = [200, 404]
const NOT_MODIFIED = 304

/**
 * Checks headers just before they are sent: a response with a status that is not cacheable gets
 * `private, no-store` and no entity tag, whatever was set before.
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
  ignoreConditionsOfErrors(res)

  // Next warns about `context.res` after getServerSideProps; `this` is the response itself.
  function guarded(
    this: ServerResponse,
    status: number,
    ...rest: (string | WriteHeadHeaders | undefined)[]
  ): ServerResponse {
    for (const argument of rest) {
      if (typeof argument === 'string') this.statusMessage = argument
      else if (argument) copyHeaders(this, argument)
    }
    // A 304 updates a stored response, which keeps its other headers (RFC 9111 §4.3.4).
    if (status !== NOT_MODIFIED) {
      if (!CACHEABLE_STATUSES.includes(status)) {
        setCacheHeaders(this, { scope: 'private' })
        this.removeHeader('ETag')
      }
      if (!isPublic(this)) for (const name of cdnHeaders) this.removeHeader(name)
    }
    beforeHead(this)
    return writeHead.call(this, status)
  }
  res.writeHead = guarded as typeof writeHead
}

/**
 * Removes `If-None-Match` from the request of an error, so that Next sends the error: RFC 9110
 * §13.2.1 evaluates a condition only if the response without it would be a success. A 304 would
 * update the page that a cache has stored, with the headers that were set before the error.
 */
function ignoreConditionsOfErrors(res: ServerResponse): void {
  let status = res.statusCode
  Object.defineProperty(res, 'statusCode', {
    configurable: true,
    enumerable: true,
    get: () => status,
    set(value: number) {
      status = value
      if (value >= 400) delete res.req.headers['if-none-match']
    },
  })
}

// Headers passed as arguments would override those that the guard sets.
function copyHeaders(res: ServerResponse, headers: WriteHeadHeaders): void {
  const pairs = Array.isArray(headers)
    ? headers.flatMap((name, index) =>
        index % 2 ? [] : [[String(name), headers[index + 1]] as const],
      )
    : Object.entries(headers)
  for (const [name] of pairs) res.removeHeader(name)
  for (const [name, value] of pairs) {
    if (value !== undefined) res.appendHeader(name, Array.isArray(value) ? value : String(value))
  }
}

/** Returns whether shared caches may store a response, by the headers set so far. */
export function isPublic(res: ServerResponse): boolean {
  return parseCacheControl(String(res.getHeader('Cache-Control') ?? '')).public === true
}

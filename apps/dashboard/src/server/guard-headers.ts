import type { ServerResponse } from 'node:http'
import { cdnHeaders, setCacheHeaders } from '@repo/cache-headers'

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
  function guarded(this: ServerResponse, ...head: Parameters<typeof writeHead>): ServerResponse {
    const status = head[0]
    // A 304 renews what a cache holds, under the headers that it came with.
    if (status !== 304) {
      if (!mayBeKept.includes(status)) setCacheHeaders(this, { audience: 'one viewer' })
      if (!isPublic(this)) for (const name of cdnHeaders) this.removeHeader(name)
      beforeHead(this)
    }
    return writeHead.apply(this, head)
  }
  res.writeHead = guarded as typeof writeHead
}

function isPublic(res: ServerResponse): boolean {
  return /\bpublic\b/.test(String(res.getHeader('Cache-Control')))
}

import { dangerouslyDeleteByTag } from '@vercel/functions'
import type { PurgeTarget } from '#server/process/env.ts'

/** Purges a shared cache by tags. */
export type Purger = {
  /** The most tags of one call. */
  maxTags: number
  /** The most characters of these tags, with a separator after each. */
  maxLength?: number
  /** Rejects with an error of one line, without a token, if the cache was not purged. */
  purge(tags: readonly string[]): Promise<void>
}

const TIMEOUT_MS = 5000

type Addresses = { fastly: string; cloudflare: string }
const defaultAddresses: Addresses = {
  fastly: 'https://api.fastly.com',
  cloudflare: 'https://api.cloudflare.com/client/v4',
}

/** Creates the purger of a shared cache. The tags are deleted, so that the next visitor waits for new data. */
export function createPurger(target: PurgeTarget, addresses = defaultAddresses): Purger {
  switch (target.cache) {
    case 'varnish':
      return {
        maxTags: 100,
        // The header of a request has 8,192 bytes at most (`http_req_hdr_len`).
        maxLength: 8000,
        async purge(tags) {
          const headers = { 'X-Purge-Tags': tags.join('|') }
          await Promise.all(target.urls.map((url) => send(url, { method: 'PURGE', headers })))
        },
      }
    case 'fastly':
      // https://www.fastly.com/documentation/reference/api/purging/: 256 keys at most.
      return {
        maxTags: 256,
        async purge(tags) {
          await send(`${addresses.fastly}/service/${encodeURIComponent(target.serviceId)}/purge`, {
            method: 'POST',
            headers: { 'Fastly-Key': target.token, 'Content-Type': 'application/json' },
            body: JSON.stringify({ surrogate_keys: tags }),
          })
        },
      }
    case 'cloudflare':
      // https://developers.cloudflare.com/cache/how-to/purge-cache/: 100 operations at most.
      return {
        maxTags: 100,
        async purge(tags) {
          const zone = encodeURIComponent(target.zoneId)
          const response = await send(`${addresses.cloudflare}/zones/${zone}/purge_cache`, {
            method: 'POST',
            headers: {
              Authorization: `Bearer ${target.token}`,
              'Content-Type': 'application/json',
            },
            body: JSON.stringify({ tags }),
          })
          const body: unknown = await response.json()
          const isDone = typeof body === 'object' && body !== null && 'success' in body
          if (!isDone || body.success !== true) throw new Error('Cloudflare reports no success')
        },
      }
    case 'vercel':
      return {
        // https://vercel.com/docs/caching/cdn-cache/purge
        maxTags: 16,
        purge: (tags) => dangerouslyDeleteByTag([...tags]),
      }
  }
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const { host } = new URL(url)
  const response = await fetch(url, {
    ...init,
    // A redirect would send the token to another server.
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => {
    throw new Error(`${host} cannot be reached`)
  })
  if (!response.ok) throw new Error(`${host} responds with status ${response.status}`)
  return response
}

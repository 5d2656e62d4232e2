import type { ServerResponse } from 'node:http'
import { parseCacheControl, setCacheHeaders } from '@repo/cache-headers'
import { pageWithoutPurge } from './cache-policies.ts'
import { isPublic } from './guard-headers.ts'
import { readEnv } from './process/env.ts'

/**
 * Shortens the lifetime of a public response in nginx, which cannot be purged: our own data is fresh
 * after a webhook, so that a response soon shows it.
 */
export function shortenWithoutPurge(res: ServerResponse): void {
  if (!isWithoutPurge() || !isPublic(res)) return
  const control = parseCacheControl(String(res.getHeader('Cache-Control')))
  const sMaxAge = control['s-maxage'] ?? 0
  if (sMaxAge <= pageWithoutPurge.sMaxAge && control['stale-while-revalidate'] === undefined) return
  setCacheHeaders(res, {
    ...pageWithoutPurge,
    sMaxAge: Math.min(sMaxAge, pageWithoutPurge.sMaxAge),
  })
}

/** Whether webhooks make our own data stale, and the shared cache in front cannot be purged. */
export function isWithoutPurge(): boolean {
  const { sharedCache, webhookSecrets } = readEnv()
  return sharedCache === 'nginx' && webhookSecrets.length > 0
}

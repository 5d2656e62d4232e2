import { z } from 'zod'
import type { CacheTtl } from '../cache/cache.ts'
import type { Quota } from '../http/rate-limit.ts'
import { entries, type List } from './fields.ts'
import { toListSnapshot } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'

export const RATE_LIMIT_TTL: Partial<CacheTtl> = { maxAge: 5, staleWhileRevalidate: 0 }

const bucket = z.object({
  limit: z.int().nonnegative(),
  remaining: z.int().nonnegative(),
  reset: z.int().nonnegative().max(8_640_000_000_000),
})

const schema = z
  .object({ resources: entries(bucket) })
  .transform(({ resources }) => quotasFrom(resources))

/**
 * Gets every quota without using any; null if GitHub Enterprise Server has no rate limits. Partial
 * without a quota that cannot be read.
 */
export async function getRateLimit(read: Read): Promise<Snapshot<Quota[] | null>> {
  const { snapshot } = await read({
    route: 'GET /rate_limit',
    params: {},
    schema,
    ttl: RATE_LIMIT_TTL,
    on404: null,
  })
  const { data, ...freshness } = snapshot
  return data === null ? { ...freshness, data } : toListSnapshot({ ...freshness, data })
}

function quotasFrom(buckets: List<[string, z.output<typeof bucket>]>): List<Quota> {
  const items = buckets.items.map(([resource, { limit, remaining, reset }]) => ({
    resource,
    limit,
    remaining,
    resetsAt: new Date(reset * 1000).toISOString(),
  }))
  return { ...buckets, items }
}

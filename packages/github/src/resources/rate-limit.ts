import { z } from 'zod'
import type { Quota } from '../http/rate-limit.ts'
import type { Read, Snapshot } from './read.ts'

const bucket = z.object({
  limit: z.int().nonnegative(),
  remaining: z.int().nonnegative(),
  reset: z.int().nonnegative().max(8_640_000_000_000),
})

const schema = z.object({ resources: z.record(z.string(), bucket) }).transform(quotasFrom)

/** Gets every quota without using any; null if GitHub Enterprise Server has no rate limits. */
export async function getRateLimit(read: Read): Promise<Snapshot<Quota[] | null>> {
  const { snapshot } = await read({
    route: 'GET /rate_limit',
    params: {},
    schema,
    ttl: { maxAge: 5, staleWhileRevalidate: 0 },
    on404: null,
  })
  return snapshot
}

function quotasFrom({
  resources,
}: {
  resources: Record<string, z.output<typeof bucket>>
}): Quota[] {
  return Object.entries(resources).map(([resource, { limit, remaining, reset }]) => ({
    resource,
    limit,
    remaining,
    resetsAt: new Date(reset * 1000).toISOString(),
  }))
}

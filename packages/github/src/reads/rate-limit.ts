import { z } from 'zod'
import type { Quota } from '../limits.ts'
import type { Dated, Read } from '../reader.ts'

const bucket = z.object({
  limit: z.int().nonnegative(),
  remaining: z.int().nonnegative(),
  reset: z.int().nonnegative().max(8_640_000_000_000),
})

const shape = z.object({ resources: z.record(z.string(), bucket) }).transform(quotasFrom)

/** What is left of each quota, which costs none; null where GitHub Enterprise Server sets no limits. */
export async function rateLimit(read: Read): Promise<Dated<Quota[] | null>> {
  const { dated } = await read({
    route: 'GET /rate_limit',
    params: {},
    shape,
    keep: { freshFor: 5, staleFor: 0 },
    whenNotFound: null,
  })
  return dated
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

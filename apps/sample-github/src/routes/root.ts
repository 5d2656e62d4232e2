import { Hono } from 'hono'
import type { Schema } from '../bodies/schemas.ts'
import { stories } from '../data/stories.ts'
import type { SampleEnv } from '../http/context.ts'
import { sendJson } from '../http/send.ts'
import type { Quota } from '../state/state.ts'

/** The root of the API and the rate limits. */
export const rootRoutes = new Hono<SampleEnv>()

rootRoutes.get('/', (c) =>
  sendJson(c, {
    message:
      'A fictional GitHub with sample data. The owner fresh has every repository name; each repository of the owner failures has the fault in its name.',
    stories: stories.map(({ owner, name, story }) => ({ repository: `${owner}/${name}`, story })),
  }),
)

rootRoutes.get('/rate_limit', (c) => {
  const { quotaOf } = c.get('state')
  const core = rateLimit(quotaOf(c.get('identity'), 'core'))
  const search = rateLimit(quotaOf(c.get('identity'), 'search'))
  return sendJson(c, { resources: { core, search }, rate: core } satisfies RateLimits)
})

type RateLimits = Schema<'rate-limit-overview'>

function rateLimit({ limit, used, resetAt }: Quota): Schema<'rate-limit'> {
  return { limit, used, remaining: limit - used, reset: resetAt }
}

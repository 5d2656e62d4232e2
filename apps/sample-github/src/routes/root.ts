import { Hono } from 'hono'
import type { Schema } from '../bodies/schemas.ts'
import { stories } from '../data/stories.ts'
import type { SampleEnv } from '../http/context.ts'
import { sendJson } from '../http/send.ts'
import type { Quota } from '../state/state.ts'

/** What the API says about itself. */
export const rootRoutes = new Hono<SampleEnv>()

rootRoutes.get('/', (c) =>
  sendJson(c, {
    message:
      'A fictional GitHub with sample data. Any name exists under the owner fresh; every repository of the owner failures is broken in the way that its name says.',
    stories: stories.map(({ owner, name, story }) => ({ repository: `${owner}/${name}`, story })),
  }),
)

rootRoutes.get('/rate_limit', (c) => {
  const { quotaOf } = c.get('state')
  const core = rateLimit(quotaOf(c.get('credential'), 'core'))
  const search = rateLimit(quotaOf(c.get('credential'), 'search'))
  return sendJson(c, { resources: { core, search }, rate: core } satisfies RateLimits)
})

type RateLimits = Schema<'rate-limit-overview'>

function rateLimit({ limit, used, resetAt }: Quota): Schema<'rate-limit'> {
  return { limit, used, remaining: limit - used, reset: resetAt }
}

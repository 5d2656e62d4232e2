import { Hono } from 'hono'
import { type RateLimitResource, rateLimitResources, rateLimits } from '../data/rate-limits.ts'
import { stories } from '../data/stories.ts'
import type { SampleEnv } from '../http/context.ts'
import { sendJson } from '../http/send.ts'
import { githubError } from '../http/thrown-response.ts'

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
  if (c.get('isEnterprise')) {
    throw githubError(404, 'Rate limiting is not enabled.', '/rate-limit/rate-limit')
  }
  const client = c.get('quotaClient')
  const { quotaOf } = c.get('state')
  const rateLimit = (resource: RateLimitResource) => {
    const { limit, used, resetAt } = quotaOf(client, resource)
    return { limit, used, remaining: limit - used, reset: resetAt, resource }
  }
  const resources = rateLimitResources.filter((resource) => resource in rateLimits[client.kind])
  return sendJson(c, {
    resources: Object.fromEntries(resources.map((resource) => [resource, rateLimit(resource)])),
    rate: rateLimit('core'),
  })
})

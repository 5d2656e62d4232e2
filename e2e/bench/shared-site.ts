import { startCache } from '../support/caches.ts'
import { freePort } from '../support/programs.ts'
import { startRedis } from '../support/redis.ts'
import { type MeasuredServer, startDashboard } from './measured-server.ts'

export const webhookSecret = 'a-secret-of-the-bench-for-webhooks'

/** Two production instances with a Redis, behind Varnish. */
export type SharedSite = {
  /** Where Varnish listens. */
  url: string
  redisPort: number
  instances: MeasuredServer[]
  end: () => Promise<void>
}

export async function startSharedSite(env: Record<string, string> = {}): Promise<SharedSite> {
  const [redisPort, listen, purge] = [await freePort(), await freePort(), await freePort()]
  const redis = await startRedis(redisPort)
  const allEnv = {
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    SHARED_CACHE: 'varnish',
    VARNISH_PURGE_URL: `http://127.0.0.1:${purge}`,
    WEBHOOK_SECRET: webhookSecret,
    ...env,
  }
  const instances = [await startDashboard(allEnv), await startDashboard(allEnv)]
  const [origin = 0, ...otherOrigins] = instances.map(({ url }) => Number(new URL(url).port))
  const cache = await startCache('varnish', {
    listen,
    purge,
    origin,
    otherOrigins,
    health: '/api/health',
  })
  return {
    url: cache.url,
    redisPort,
    instances,
    async end() {
      await cache.end()
      await Promise.all(instances.map((instance) => instance.end()))
      await redis.end()
    },
  }
}

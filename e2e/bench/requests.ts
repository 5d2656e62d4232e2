import { findProgram } from '../../scripts/programs.ts'
import { freePort } from '../support/programs.ts'
import { startRedis } from '../support/redis.ts'
import type { SampleGitHub } from '../support/sample-github.ts'
import { formatRatio } from './figures.ts'
import { startDashboard } from './measured-server.ts'

const VIEWS = 1000
const REPOSITORIES = 20

/** Counts the requests to GitHub for a view: of one instance, and of two with and without Redis. */
export async function measureRequests(upstream: SampleGitHub): Promise<void> {
  const byOne = await countRequests(upstream, 'one', [{}])
  console.log(
    `  one instance: ${byOne} requests to GitHub for ${VIEWS} views of ${REPOSITORIES} ` +
      `repositories (${(byOne / VIEWS).toFixed(2)} a view)`,
  )
  const byTwo = await countRequests(upstream, 'two', [{}, {}])
  console.log(`  two instances: ${formatRatio(byTwo, byOne)} (${byTwo})`)
  if (!findProgram('redis-server')) {
    console.log('  redis-server is not installed: two instances with Redis are not measured')
    return
  }
  const port = await freePort()
  const redis = await startRedis(port)
  try {
    const env = { REDIS_URL: `redis://127.0.0.1:${port}` }
    const withRedis = await countRequests(upstream, 'sharing', [env, env])
    console.log(`  two instances with Redis: ${formatRatio(withRedis, byOne)} (${withRedis})`)
  } finally {
    await redis.end()
  }
}

/** Counts the requests to GitHub while instances with these environments serve the views in turn. */
async function countRequests(
  upstream: SampleGitHub,
  name: string,
  environments: Record<string, string>[],
): Promise<number> {
  const instances = await Promise.all(environments.map((env) => startDashboard(env)))
  try {
    const before = await upstream.requests('/repos')
    for (let view = 0; view < VIEWS; view++) {
      // Each repository is viewed on every instance.
      const instance = instances[Math.floor(view / REPOSITORIES) % instances.length]
      await fetch(`${instance?.url}/repos/fresh/${name}-${view % REPOSITORIES}`).then((page) =>
        page.text(),
      )
    }
    return (await upstream.requests('/repos')) - before
  } finally {
    await Promise.all(instances.map((instance) => instance.end()))
  }
}

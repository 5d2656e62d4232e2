import autocannon from 'autocannon'
import { findProgram } from '../../scripts/programs.ts'
import { type AppBehindCache, startAppBehindCache } from '../support/app-behind-cache.ts'
import { cachePrograms } from '../support/caches.ts'
import { formatRatio } from './figures.ts'

const VIEWS = 1000
const REPOSITORIES = 20
const DURATION_SECONDS = 5
const CONNECTIONS = 20

const paths = Array.from({ length: REPOSITORIES }, (_, index) => `/repos/fresh/cached-${index}`)

/** Counts the views that reach the application behind each cache, and the pages a second it serves. */
export async function measureCaches(): Promise<void> {
  for (const cache of ['nginx', 'varnish'] as const) {
    if (!findProgram(cachePrograms[cache])) {
      console.log(`  ${cache} is not installed: not measured`)
      continue
    }
    const site = await startAppBehindCache(cache)
    try {
      console.log(`  ${cache}: ${await describeCache(site)}`)
    } finally {
      await site.end()
    }
  }
}

async function describeCache({ url, appUrl, requestCount }: AppBehindCache): Promise<string> {
  for (let view = 0; view < VIEWS; view++) {
    await fetch(`${url}${paths[view % REPOSITORIES]}`).then((page) => page.text())
  }
  const reached = paths.reduce((sum, path) => sum + requestCount(path), 0)
  const cached = await measureThroughput(url)
  const direct = await measureThroughput(appUrl)
  return (
    `${reached} of ${VIEWS} views of ${REPOSITORIES} repositories reach the application; ` +
    `${formatRatio(cached, direct)} the pages a second of the application alone (${cached})`
  )
}

async function measureThroughput(origin: string): Promise<number> {
  const result = await autocannon({
    url: `${origin}${paths[0]}`,
    duration: DURATION_SECONDS,
    connections: CONNECTIONS,
  })
  if (result.non2xx + result.errors > 0) throw new Error(`${origin} failed under load`)
  return Math.round(result.requests.average)
}

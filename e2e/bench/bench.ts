import autocannon from 'autocannon'
import { findProgram } from '../../scripts/programs.ts'
import { startAppBehindCache } from '../support/app-behind-cache.ts'
import { audit, auditedPages } from '../support/audit.ts'
import { cachePrograms } from '../support/caches.ts'
import { measurePages } from './pages.ts'
import { startServers } from './servers.ts'

const UPSTREAM_LATENCY_MS = 200
const COLD_VIEWS = 15
const VIEWS = 1000
const REPOSITORIES = 20
const DURATION_SECONDS = 8

const { app, sample, end } = await startServers()
try {
  console.log(`Node.js ${process.version}; compare the ratios, from this run only`)
  await measurePages(sample)
  await measureColdOverviews()
  await measureRequestsPerView()
  await measureInBrowser()
  for (const cache of ['nginx', 'varnish'] as const) {
    if (findProgram(cachePrograms[cache])) await measureBehindCache(cache)
    else console.log(`${cache} is not installed: not measured`)
  }
} finally {
  await end()
}

/**
 * Compares a cold overview with its longest chain of dependent reads: the latest release, and then the
 * commits since.
 */
async function measureColdOverviews(): Promise<void> {
  await control('latency', { milliseconds: UPSTREAM_LATENCY_MS })
  const chains: number[] = []
  const pages: number[] = []
  for (let view = 0; view < COLD_VIEWS; view++) {
    const chain = `${sample}/repos/fresh/chain-${view}`
    const first = await measureRequestMs(`${chain}/releases/latest`)
    chains.push(first + (await measureRequestMs(`${chain}/stargazers/history`)))
    pages.push(await measureRequestMs(`${app}/repos/fresh/cold-${view}`))
  }
  await control('latency', { milliseconds: 0 })
  const ratio = median(pages) / median(chains)
  console.log(
    `Overview, cold: ${median(pages)} ms, against ${median(chains)} ms for two sequential reads ` +
      `from a GitHub with ${UPSTREAM_LATENCY_MS} ms latency: ratio ${ratio.toFixed(2)}`,
  )
}

/** Counts the requests to GitHub for a thousand views of a few repositories. */
async function measureRequestsPerView(): Promise<void> {
  const before = await countRequests()
  for (let view = 0; view < VIEWS; view++) {
    await fetch(`${app}/repos/fresh/viewed-${view % REPOSITORIES}`).then((page) => page.text())
  }
  const calls = (await countRequests()) - before
  console.log(`GitHub, for ${VIEWS} views of ${REPOSITORIES} repositories: ${calls} requests`)
}

/** Compares Lighthouse's performance scores on a slow phone with those of a page without data. */
async function measureInBrowser(): Promise<void> {
  const points = async (path: string) => {
    const lhr = await audit(app + path, ['performance'])
    return Math.round((lhr?.categories.performance?.score ?? 0) * 100)
  }
  const empty = await points('/learn')
  for (const path of auditedPages) {
    console.log(
      `Lighthouse, performance of ${path}: ${await points(path)}, against ${empty} for /learn`,
    )
  }
}

/** Counts the visits that reach the application behind a cache, and the pages per second it serves. */
async function measureBehindCache(cache: 'nginx' | 'varnish'): Promise<void> {
  const site = await startAppBehindCache(cache)
  try {
    const paths = Array.from({ length: REPOSITORIES }, (_, index) => `/repos/fresh/cached-${index}`)
    for (let view = 0; view < VIEWS; view++) {
      await fetch(`${site.url}${paths[view % REPOSITORIES]}`).then((page) => page.text())
    }
    const reached = paths.reduce((sum, path) => sum + site.requestCount(path), 0)
    const cached = await measureThroughput('/repos/fresh/cached-0', site.url)
    const direct = await measureThroughput('/repos/fresh/cached-0', site.appUrl)
    console.log(
      `${cache}, for ${VIEWS} visits of ${REPOSITORIES} repositories: ${reached} reach the ` +
        `application; ${cached} pages per second, against ${direct} from the application alone: ` +
        `ratio ${(cached / direct).toFixed(1)}`,
    )
  } finally {
    await site.end()
  }
}

async function measureThroughput(path: string, origin = app): Promise<number> {
  const result = await autocannon({
    url: origin + path,
    duration: DURATION_SECONDS,
    connections: 20,
  })
  if (result.non2xx + result.errors > 0) throw new Error(`${path} failed under load`)
  return Math.round(result.requests.average)
}

async function measureRequestMs(url: string): Promise<number> {
  const startedAt = performance.now()
  const response = await fetch(url, { headers: { 'user-agent': 'bench' } })
  await response.text()
  if (!response.ok) throw new Error(`${url} responded with ${response.status}`)
  return Math.round(performance.now() - startedAt)
}

async function countRequests(): Promise<number> {
  const response = await fetch(`${sample}/_control/requests`)
  const { total }: { total: number } = await response.json()
  return total
}

async function control(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await fetch(`${sample}/_control/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

import autocannon from 'autocannon'
import { findProgram } from '../../scripts/programs.ts'
import { startAppBehindCache } from '../support/app-behind-cache.ts'
import { audit, auditedPages } from '../support/audit.ts'
import { cachePrograms } from '../support/caches.ts'
import { startServers } from './servers.ts'

const upstreamLatency = 200
const coldViews = 15
const views = 1000
const repositories = 20
const seconds = 8

const { app, sample, end } = await startServers()
try {
  console.log(`Node.js ${process.version}; ratios of figures of this one run`)
  await cold()
  await warm()
  await callsPerView()
  await inTheBrowser()
  for (const cache of ['nginx', 'varnish'] as const) {
    if (findProgram(cachePrograms[cache])) await behind(cache)
    else console.log(`${cache} is not installed: not measured`)
  }
} finally {
  await end()
}

/**
 * How much longer a cold overview takes than its longest chain of dependent reads: the latest
 * release, and then what has been committed since.
 */
async function cold(): Promise<void> {
  await control('latency', { milliseconds: upstreamLatency })
  const chains: number[] = []
  const pages: number[] = []
  for (let view = 0; view < coldViews; view++) {
    const chain = `${sample}/repos/fresh/chain-${view}`
    const first = await timed(`${chain}/releases/latest`)
    chains.push(first + (await timed(`${chain}/stargazers/history`)))
    pages.push(await timed(`${app}/repos/fresh/cold-${view}`))
  }
  await control('latency', { milliseconds: 0 })
  const ratio = median(pages) / median(chains)
  console.log(
    `Overview, cold: ${median(pages)} ms, against ${median(chains)} ms for two reads, one after ` +
      `the other, of a GitHub that takes ${upstreamLatency} ms: ratio ${ratio.toFixed(2)}`,
  )
}

/** How many warm overviews a second, against a page of the same build that needs no data of GitHub. */
async function warm(): Promise<void> {
  await fetch(`${app}/repos/acme/rocket`)
  const overview = await throughput('/repos/acme/rocket')
  const empty = await throughput('/search')
  console.log(
    `Overview, warm: ${overview} a second, against ${empty} of a page without a request ` +
      `to GitHub: ratio ${(overview / empty).toFixed(2)}`,
  )
}

/** How many requests to GitHub a thousand views of a few repositories cost. */
async function callsPerView(): Promise<void> {
  const before = await countRequests()
  for (let view = 0; view < views; view++) {
    await fetch(`${app}/repos/fresh/viewed-${view % repositories}`).then((page) => page.text())
  }
  const calls = (await countRequests()) - before
  console.log(`GitHub, for ${views} views of ${repositories} repositories: ${calls} requests`)
}

/** Lighthouse's performance scores on a slow phone, against a page without data. */
async function inTheBrowser(): Promise<void> {
  const points = async (path: string) => {
    const lhr = await audit(app + path, ['performance'])
    return Math.round((lhr?.categories.performance?.score ?? 0) * 100)
  }
  const empty = await points('/learn')
  for (const path of auditedPages) {
    console.log(
      `Lighthouse, performance of ${path}: ${await points(path)}, against ${empty} of /learn`,
    )
  }
}

/** How many visits reach the application behind a cache, and how many pages a second the cache serves. */
async function behind(cache: 'nginx' | 'varnish'): Promise<void> {
  const site = await startAppBehindCache(cache)
  try {
    const paths = Array.from({ length: repositories }, (_, index) => `/repos/fresh/cached-${index}`)
    for (let view = 0; view < views; view++) {
      await fetch(`${site.url}${paths[view % repositories]}`).then((page) => page.text())
    }
    const reached = paths.reduce((sum, path) => sum + site.requestCount(path), 0)
    const cached = await throughput('/repos/fresh/cached-0', site.url)
    const direct = await throughput('/repos/fresh/cached-0', site.appUrl)
    console.log(
      `${cache}, for ${views} visits of ${repositories} repositories: ${reached} reach the ` +
        `application; ${cached} pages a second, against ${direct} of the application alone: ` +
        `ratio ${(cached / direct).toFixed(1)}`,
    )
  } finally {
    await site.end()
  }
}

async function throughput(path: string, origin = app): Promise<number> {
  const result = await autocannon({ url: origin + path, duration: seconds, connections: 20 })
  if (result.non2xx + result.errors > 0) throw new Error(`${path} failed under load`)
  return Math.round(result.requests.average)
}

async function timed(url: string): Promise<number> {
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

import autocannon from 'autocannon'
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
} finally {
  await end()
}

/** How much longer a cold overview takes than its longest chain of dependent reads, which is one read. */
async function cold(): Promise<void> {
  await control('latency', { milliseconds: upstreamLatency })
  const chains: number[] = []
  const pages: number[] = []
  for (let view = 0; view < coldViews; view++) {
    chains.push(await timed(`${sample}/repos/fresh/chain-${view}`))
    pages.push(await timed(`${app}/repos/fresh/cold-${view}`))
  }
  await control('latency', { milliseconds: 0 })
  const ratio = median(pages) / median(chains)
  console.log(
    `Overview, cold: ${median(pages)} ms, against ${median(chains)} ms for one read of a GitHub ` +
      `that takes ${upstreamLatency} ms: ratio ${ratio.toFixed(2)}`,
  )
}

/** How many warm overviews a second, against pages of the same build that ask GitHub nothing. */
async function warm(): Promise<void> {
  await fetch(`${app}/repos/acme/rocket`)
  const overview = await throughput('/repos/acme/rocket')
  const empty = await throughput('/search')
  console.log(
    `Overview, warm: ${overview} a second, against ${empty} of a page without a question ` +
      `to GitHub: ratio ${(overview / empty).toFixed(2)}`,
  )
}

/** How many requests to GitHub a thousand views of a few repositories cost. */
async function callsPerView(): Promise<void> {
  const before = await asked()
  for (let view = 0; view < views; view++) {
    await fetch(`${app}/repos/fresh/viewed-${view % repositories}`).then((page) => page.text())
  }
  const calls = (await asked()) - before
  console.log(`GitHub, for ${views} views of ${repositories} repositories: ${calls} requests`)
}

async function throughput(path: string): Promise<number> {
  const result = await autocannon({ url: app + path, duration: seconds, connections: 20 })
  if (result.non2xx + result.errors > 0) throw new Error(`${path} failed under load`)
  return Math.round(result.requests.average)
}

async function timed(url: string): Promise<number> {
  const startedAt = performance.now()
  const response = await fetch(url, { headers: { 'user-agent': 'bench' } })
  await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return Math.round(performance.now() - startedAt)
}

async function asked(): Promise<number> {
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

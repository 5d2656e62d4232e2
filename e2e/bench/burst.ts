import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { findProgram } from '../../scripts/programs.ts'
import { askRedis } from '../support/redis.ts'
import type { SampleGitHub } from '../support/sample-github.ts'
import { sampleUrl } from '../support/servers.ts'
import { formatMB, formatRatio, load, median, percentile, timeOf } from './figures.ts'
import { type SharedSite, startSharedSite, webhookSecret } from './shared-site.ts'
import { startUpstreamProxy, type UpstreamProxy } from './upstream-proxy.ts'

const EVENTS = 1000
const EVENT_INTERVAL_MS = 10
const REPOSITORIES = 20
const READERS = 8
/** A replay is sent this many events after its original, which has been received by then. */
const REPLAY_DISTANCE = 301

const repositories = Array.from({ length: REPOSITORIES }, (_, index) => `fresh/burst-${index}`)

type Event = { body: string; headers: Record<string, string> }

/**
 * Sends a thousand events in ten seconds, a tenth of them forged or replayed, to two instances with
 * Redis behind Varnish, while visitors read the pages of the repositories that change.
 */
export async function measureBurst(upstream: SampleGitHub): Promise<void> {
  if (!findProgram('varnishd') || !findProgram('redis-server')) {
    console.log('  varnishd or redis-server is not installed: not measured')
    return
  }
  const proxy = await startUpstreamProxy()
  const site = await startSharedSite({ GITHUB_API_URL: proxy.url })
  try {
    await measure(site, proxy, upstream)
  } finally {
    await site.end()
    await proxy.end()
  }
}

async function measure(
  site: SharedSite,
  proxy: UpstreamProxy,
  upstream: SampleGitHub,
): Promise<void> {
  const events = createEvents(await Promise.all(repositories.map(readRepository)))
  // Until the code of the servers is compiled, and their memory has its usual size.
  await readDuring(site, () => setTimeout(EVENTS * EVENT_INTERVAL_MS))
  const quiet = await readDuring(site, () => setTimeout(EVENTS * EVENT_INTERVAL_MS))
  const memoryBefore = await readMemory(site)
  const requestsBefore = await upstream.requests('/repos/fresh')
  const statuses: number[] = []
  const times: number[] = []
  const busy = await readDuring(site, async () => {
    const startedAt = performance.now()
    await Promise.all(
      events.map(async (event, index) => {
        await setTimeout(startedAt + index * EVENT_INTERVAL_MS - performance.now())
        times.push(await timeOf(async () => void statuses.push(await send(site, event))))
      }),
    )
  })
  const count = (status: number) => statuses.filter((each) => each === status).length
  console.log(
    `  ${EVENTS} events in ${(busy.milliseconds / 1000).toFixed(1)} s: ${count(202)} accepted, ` +
      `${count(401)} forged ones and ${count(409)} replays refused, ` +
      `${EVENTS - count(202) - count(401) - count(409)} failed; a response takes ` +
      `${Math.round(median(times))} ms, 95 % at most ${Math.round(percentile(times, 95))} ms`,
  )
  console.log(
    `  pages during it: ${formatRatio(busy.pagesPerSecond, quiet.pagesPerSecond)} those a second ` +
      `without events (${Math.round(busy.pagesPerSecond)}), ${busy.failed} of ${busy.times.length} ` +
      `failed, 95 % within ${Math.round(percentile(busy.times, 95))} ms`,
  )
  const requests = (await upstream.requests('/repos/fresh')) - requestsBefore
  console.log(
    `  requests to GitHub: ${requests}, ${(requests / EVENTS).toFixed(1)} an event, at most ` +
      `${proxy.mostConcurrent()} at the same time`,
  )
  const memory = await readMemory(site)
  console.log(
    `  memory: ${formatRatio(memory, memoryBefore)} that of before the events (${formatMB(memory)} ` +
      `for both instances); ${await describeRedis(site.redisPort)}`,
  )
}

/** The repository as the payload of an event contains it. */
async function readRepository(name: string): Promise<object> {
  return JSON.parse(await load(`${sampleUrl}/repos/${name}`))
}

/** Creates pushes to the repositories in turn. The first half has forged ones, the second one replays. */
function createEvents(bodies: object[]): Event[] {
  const events: Event[] = []
  for (let index = 0; index < EVENTS; index++) {
    const isOdd = index % 10 === 5
    const original = events[index - REPLAY_DISTANCE]
    if (isOdd && index >= EVENTS / 2 && original) events.push(original)
    else {
      const isForged = isOdd && index < EVENTS / 2
      const body = JSON.stringify({
        after: randomUUID(),
        repository: { ...bodies[index % bodies.length], pushed_at: Math.floor(Date.now() / 1000) },
      })
      events.push(sign(body, isForged ? `not-${webhookSecret}` : webhookSecret))
    }
  }
  return events
}

function sign(body: string, secret: string): Event {
  const digest = createHmac('sha256', secret).update(body).digest('hex')
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'push',
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': `sha256=${digest}`,
    },
  }
}

async function send({ url }: SharedSite, { body, headers }: Event): Promise<number> {
  const response = await fetch(`${url}/api/webhooks/github`, { method: 'POST', headers, body })
  await response.arrayBuffer()
  return response.status
}

type Readings = { times: number[]; failed: number; milliseconds: number; pagesPerSecond: number }

/** Lets visitors read pages while some work goes on, each as fast as the site responds. */
async function readDuring({ url }: SharedSite, work: () => Promise<unknown>): Promise<Readings> {
  const times: number[] = []
  let failed = 0
  let isRunning = true
  async function read(reader: number): Promise<void> {
    for (let visit = reader; isRunning; visit++) {
      const page = `${url}/repos/${repositories[visit % repositories.length]}`
      times.push(
        await timeOf(async () => {
          const response = await fetch(page)
          await response.arrayBuffer()
          if (!response.ok) failed++
        }),
      )
    }
  }
  const readers = Array.from({ length: READERS }, (_, reader) => read(reader))
  const milliseconds = await timeOf(work)
  isRunning = false
  await Promise.all(readers)
  return { times, failed, milliseconds, pagesPerSecond: (times.length * 1000) / milliseconds }
}

async function readMemory({ instances }: SharedSite): Promise<number> {
  const memories = await Promise.all(instances.map((instance) => instance.readMemory()))
  return memories.reduce((sum, { rss }) => sum + rss, 0)
}

async function describeRedis(port: number): Promise<string> {
  const [marks = ''] = /\d+/.exec(await askRedis(port, 'ZCARD repo-dashboard:v7:marks')) ?? []
  const keys = await askRedis(port, 'KEYS repo-dashboard:v7:webhook*')
  const deliveries = keys.match(/webhook [\w-]{36}\r/g)?.length ?? 0
  const [, bytes] = /used_memory:(\d+)/.exec(await askRedis(port, 'INFO memory')) ?? []
  return `Redis has ${marks} marks and ${deliveries} deliveries, and ${formatMB(Number(bytes))}`
}

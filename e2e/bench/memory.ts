import { formatMB, formatRatio } from './figures.ts'
import { startDashboard } from './measured-server.ts'
import { dataPathOf } from './responses.ts'

const REPOSITORIES = [1_000, 10_000, 100_000]
const NAMES = 10_000
const REQUESTS = 100_000
const REPORTS = 5
const CONNECTIONS = 8

/**
 * Measures the memory of a server that reads 1,000, 10,000 and 100,000 repositories, and then
 * whether it levels out while the same 10,000 are read again and again. The first 1,000 are whole
 * overviews, which fill the cache; the others are pages with one read, so that it takes only minutes.
 */
export async function measureMemory(): Promise<void> {
  const app = await startDashboard()
  try {
    const { rss } = await app.readMemory()
    console.log(`  at the start: ${formatMB(rss)}`)
    const report = async (name: string) => {
      const memory = await app.readMemory()
      console.log(
        `  ${name}: ${formatRatio(memory.rss, rss)} (${formatMB(memory.rss)}, ` +
          `${formatMB(memory.heapUsed)} of it on the heap)`,
      )
    }

    const example = await dataPathOf({ server: app, path: '/repos/acme/rocket' })
    const prefix = app.url + example.replace('/acme/rocket.json', '/fresh')
    let seen = 0
    for (const count of REPOSITORIES) {
      const suffix = seen === 0 ? '' : '/badge'
      await requestAll(count - seen, (index) => `${prefix}/many-${seen + index}${suffix}.json`)
      seen = count
      await report(`${format(count)} repositories`)
    }
    for (let part = 1; part <= REPORTS; part++) {
      const requests = REQUESTS / REPORTS
      await requestAll(requests, (index) => `${prefix}/again-${index % NAMES}/badge.json`)
      await report(`then ${format(part * requests)} requests for ${format(NAMES)} repositories`)
    }
  } finally {
    await app.end()
  }
}

async function requestAll(count: number, urlOf: (index: number) => string): Promise<void> {
  let next = 0
  async function requestNext(): Promise<void> {
    while (next < count) {
      const url = urlOf(next++)
      const response = await fetch(url)
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${url} responded with ${response.status}`)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, requestNext))
}

function format(count: number): string {
  return count.toLocaleString('en-US')
}

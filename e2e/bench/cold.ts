import type { SampleGitHub } from '../support/sample-github.ts'
import { sampleUrl } from '../support/servers.ts'
import { formatRatio, median } from './figures.ts'
import { startDashboard } from './measured-server.ts'

const LATENCY_MS = 200
const VIEWS = 15

/**
 * Compares a cold overview with its longest chain of dependent reads: the latest release, and then
 * the commits since.
 */
export async function measureCold(upstream: SampleGitHub): Promise<void> {
  const app = await startDashboard()
  try {
    await upstream.delay('/', LATENCY_MS)
    const chains: number[] = []
    const pages: number[] = []
    for (let view = 0; view < VIEWS; view++) {
      chains.push(await timeOf(() => readChain(`${sampleUrl}/repos/fresh/chain-${view}`)))
      pages.push(await timeOf(() => load(`${app.url}/repos/fresh/cold-${view}`)))
    }
    console.log(
      `  overview: ${formatRatio(median(pages), median(chains))} its longest chain of reads from a ` +
        `GitHub with ${LATENCY_MS} ms latency (${Math.round(median(pages))} ms)`,
    )
  } finally {
    await upstream.delay('/', 0)
    await app.end()
  }
}

async function readChain(repo: string): Promise<void> {
  const release: { tag_name: string } = JSON.parse(await load(`${repo}/releases/latest`))
  await load(`${repo}/compare/${release.tag_name}...HEAD?page=2&per_page=1`)
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

async function load(url: string): Promise<string> {
  const response = await fetch(url, { headers: { 'user-agent': 'bench' } })
  if (!response.ok) throw new Error(`${url} responded with ${response.status}`)
  return response.text()
}

import type { SampleGitHub } from '../support/sample-github.ts'
import { sampleUrl } from '../support/servers.ts'
import { formatRatio, load, median, timeOf } from './figures.ts'
import { type MeasuredServer, startDashboard } from './measured-server.ts'

const LATENCY_MS = 200
const VIEWS = 7
const REPOSITORIES = 24
// A viewer has a quarter of the slots for requests, so their board takes several reloads.
const MAX_RELOADS = 20

/**
 * Counts the requests of a board of 24 repositories, cold and warm, until no cell is missing, and
 * compares the first cold response with its longest chain of dependent reads: the latest release, and
 * then the commits since.
 */
export async function measureBoard(upstream: SampleGitHub): Promise<void> {
  const app = await startDashboard()
  try {
    await upstream.delay('/', LATENCY_MS)
    await measurePublic(app, upstream)
    await measurePrivate(app, upstream)
  } finally {
    await upstream.delay('/', 0)
    await app.end()
  }
}

async function measurePublic(app: MeasuredServer, upstream: SampleGitHub): Promise<void> {
  const chains: number[] = []
  const boards: number[] = []
  const costs: Record<'cold' | 'warm', number[]> = { cold: [], warm: [] }
  for (let view = 0; view < VIEWS; view++) {
    const names = Array.from({ length: REPOSITORIES }, (_, at) => `fresh/board-${view}-${at}`)
    const url = `${app.url}/board?repos=${names.join(',')}`
    chains.push(await timeOf(() => readChain(`${sampleUrl}/repos/fresh/board-chain-${view}`)))
    const before = await upstream.requests('/repos/fresh')
    boards.push(await timeOf(() => load(url)))
    await loadAll(url)
    const afterCold = await upstream.requests('/repos/fresh')
    await load(url)
    costs.cold.push(afterCold - before)
    costs.warm.push((await upstream.requests('/repos/fresh')) - afterCold)
  }
  console.log(
    `  /board: ${formatRatio(median(boards), median(chains))} its longest chain of reads from a ` +
      `GitHub with ${LATENCY_MS} ms latency (${Math.round(median(boards))} ms); ` +
      `${median(costs.cold)} requests for ${REPOSITORIES} cold repositories, ` +
      `${median(costs.warm)} for warm ones`,
  )
}

/** The board of a maintainer with 40 repositories; its chain begins with the viewer and their repositories. */
async function measurePrivate(app: MeasuredServer, upstream: SampleGitHub): Promise<void> {
  const url = `${app.url}/me/board`
  const headers = { authorization: 'Bearer sample-token-fay' }
  const chainMs = await timeOf(async () => {
    await load(`${sampleUrl}/user`, headers)
    await load(`${sampleUrl}/user/repos?affiliation=owner&per_page=100`, headers)
    await readChain(`${sampleUrl}/repos/fay/yew`, headers)
  })
  const before = await upstream.requests('/')
  const firstMs = await timeOf(() => load(url, headers))
  const { reloads, milliseconds } = await loadAll(url, headers)
  const afterCold = await upstream.requests('/')
  await load(url, headers)
  const warm = (await upstream.requests('/')) - afterCold
  console.log(
    `  /me/board: ${formatRatio(firstMs, chainMs)} its longest chain (${Math.round(firstMs)} ms), complete after ${reloads} reloads and ` +
      `${Math.round(firstMs + milliseconds)} ms; ${afterCold - before} requests cold, ${warm} warm`,
  )
}

/** Reloads a board until no cell is missing. */
async function loadAll(url: string, headers = {}) {
  const startedAt = performance.now()
  for (let reloads = 0; reloads < MAX_RELOADS; reloads++) {
    const html = await load(url, headers)
    if (!html.includes('Not loaded yet')) {
      return { reloads, milliseconds: performance.now() - startedAt }
    }
  }
  throw new Error(`${url} is not complete after ${MAX_RELOADS} reloads`)
}

async function readChain(repo: string, headers = {}): Promise<void> {
  const release: { tag_name: string } = JSON.parse(await load(`${repo}/releases/latest`, headers))
  await load(`${repo}/compare/${release.tag_name}...HEAD?page=2&per_page=1`, headers)
}

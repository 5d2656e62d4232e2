import { chromium, type Page } from '@playwright/test'
import { findProgram } from '../../scripts/programs.ts'
import { findBrowser } from '../support/browser.ts'
import type { SampleGitHub } from '../support/sample-github.ts'
import { formatRatio, load, median, percentile, timeOf } from './figures.ts'
import { type SharedSite, startSharedSite, webhookSecret } from './shared-site.ts'

const PUSHES = 50
const LATENCY_MS = 200
const REPOSITORY = 'fresh/followed'
const untouched = ['pulls', 'issues', 'releases', 'stargazers', 'security-advisories']

/** An open page leaves a pause between two loads of its data, which is not what is measured. */
const PAUSE_MS = 2000

/**
 * Measures the time from a push at GitHub until a new visitor's page and an open page have the commit,
 * behind Varnish and two instances with Redis, and counts the requests to GitHub that the event causes.
 */
export async function measureWebhooks(upstream: SampleGitHub): Promise<void> {
  if (!findProgram('varnishd') || !findProgram('redis-server')) {
    console.log('  varnishd or redis-server is not installed: not measured')
    return
  }
  const site = await startSharedSite()
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: false,
  })
  try {
    await upstream.delay('/', LATENCY_MS)
    await measurePushes(site, upstream, await browser.newPage())
  } finally {
    await upstream.delay('/', 0)
    await browser.close()
    await site.end()
  }
}

async function measurePushes(
  site: SharedSite,
  upstream: SampleGitHub,
  openPage: Page,
): Promise<void> {
  const page = `${site.url}/repos/${REPOSITORY}`
  const webhook = { url: `${site.url}/api/webhooks/github`, secret: webhookSecret }
  const listening = openPage.waitForResponse(/\/api\/changes\?/)
  await openPage.goto(page)
  await listening
  const touched = await countTouched(upstream)
  const visits: number[] = []
  const openPages: number[] = []
  const coldPages: number[] = []
  const costs: number[] = []
  for (let push = 0; push < PUSHES; push++) {
    coldPages.push(await timeOf(() => load(`${site.url}/repos/fresh/not-followed-${push}`)))
    const before = findCommit(await load(page))
    const shownCommit = openPage.locator(`a[href$="/commit/${before}"]`).first()
    await shownCommit.waitFor()
    const requestsBefore = await countTouched(upstream)
    const pushed = upstream.push(REPOSITORY, webhook)
    const [visit, update] = await Promise.all([
      timeOf(async () => {
        const status = await pushed
        if (status !== 202) throw new Error(`The webhook got ${status}`)
        while (findCommit(await load(page)) === before);
      }),
      timeOf(() => shownCommit.waitFor({ state: 'detached' })),
    ])
    visits.push(visit)
    openPages.push(update)
    await openPage.waitForTimeout(PAUSE_MS)
    costs.push((await countTouched(upstream)) - requestsBefore)
  }
  for (const [who, times] of [
    ['a new visitor', visits],
    ['an open page', openPages],
  ] as const) {
    console.log(
      `  ${who} has a pushed commit after ${formatRatio(median(times), median(coldPages))} the ` +
        `time of a cold page, from a GitHub with ${LATENCY_MS} ms latency ` +
        `(${Math.round(median(times))} ms, 95 % within ${Math.round(percentile(times, 95))} ms)`,
    )
  }
  console.log(
    `  requests to GitHub for each push: ${median(costs)}, at most ${Math.max(...costs)}, of ` +
      `${touched} that it touches`,
  )
}

/** Counts the requests for what a push touches. The others are repeated when their lifetime ends. */
async function countTouched(upstream: SampleGitHub): Promise<number> {
  const repo = `/repos/${REPOSITORY}`
  const all = await upstream.requests(repo)
  const counts = await Promise.all(untouched.map((part) => upstream.requests(`${repo}/${part}`)))
  return counts.reduce((rest, count) => rest - count, all)
}

/** The commit that the overview shows, with the state of its CI. */
function findCommit(html: string): string {
  const [, sha] = /\/commit\/([0-9a-f]{40})/.exec(html) ?? []
  if (!sha) throw new Error('The page shows no commit')
  return sha
}

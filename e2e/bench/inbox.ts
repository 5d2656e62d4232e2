import type { SampleGitHub } from '../support/sample-github.ts'
import { sampleUrl } from '../support/servers.ts'
import { users } from '../support/users.ts'
import { load, median, timeOf } from './figures.ts'
import { startDashboard } from './measured-server.ts'

// The maintainer of 40 repositories with 300 open items.
const TOKEN = 'sample-token-fay'

const views = [
  ['cold', '/me/inbox'],
  ['warm', '/me/inbox'],
  ['one section of a warm inbox', '/me/inbox?section=awaiting-response'],
  ['its second page', '/me/inbox?section=awaiting-response&page=2'],
  ['another order', '/me/inbox?sort=waiting'],
  ['three sections more', '/me/inbox?q=is:pr+is:draft&q=is:issue+is:open&q=is:pr+is:open'],
]

const LATENCY_MS = 200
const VIEWS = 7

/**
 * Compares a cold inbox with its longest chain of reads, and counts its requests and searches, cold and
 * warm. GitHub allows 30 searches a minute.
 */
export async function measureInbox(upstream: SampleGitHub): Promise<void> {
  const ratios = []
  for (let view = 0; view < VIEWS; view++) ratios.push(await measureCold(upstream))
  console.log(
    `  /me/inbox: ${median(ratios).toFixed(2)} × its longest chain of reads from a GitHub with ` +
      `${LATENCY_MS} ms latency`,
  )
  await countViews(upstream)
}

/** Divides the time of a cold inbox by that of its longest chain: the viewer, and then a search. */
async function measureCold(upstream: SampleGitHub): Promise<number> {
  const app = await startDashboard()
  try {
    // Another viewer's inbox loads the code of the page.
    await loadAs(users.ann.token, `${app.url}/me/inbox`)
    await upstream.delay('/', LATENCY_MS)
    const chainMs = await timeOf(async () => {
      await loadAs(TOKEN, `${sampleUrl}/user`)
      await loadAs(TOKEN, `${sampleUrl}/search/issues?q=is:issue+is:open+user:fay&per_page=30`)
    })
    return (await timeOf(() => loadAs(TOKEN, `${app.url}/me/inbox`))) / chainMs
  } finally {
    await upstream.delay('/', 0)
    await app.end()
  }
}

async function countViews(upstream: SampleGitHub): Promise<void> {
  const app = await startDashboard()
  try {
    for (const [name, path] of views) {
      const before = await countRequests(upstream)
      const html = await loadAs(TOKEN, `${app.url}${path}`)
      const { searches, all } = await countRequests(upstream)
      console.log(
        `  /me/inbox, ${name}: ${searches - before.searches} searches, ` +
          `${all - before.all} requests, ${Math.round(html.length / 1000)} kB of HTML`,
      )
    }
  } finally {
    await app.end()
  }
}

async function countRequests(upstream: SampleGitHub) {
  const searches = await upstream.requests('/search/issues')
  return { searches, all: await upstream.requests('/') }
}

function loadAs(token: string, url: string): Promise<string> {
  return load(url, { authorization: `Bearer ${token}` })
}

import type { SampleGitHub } from '../support/sample-github.ts'
import { startDashboard } from './measured-server.ts'

// The maintainer of 40 repositories with 300 open items.
const headers = { 'user-agent': 'bench', authorization: 'Bearer sample-token-fay' }

const views = [
  ['cold', '/me/inbox'],
  ['warm', '/me/inbox'],
  ['one section of a warm inbox', '/me/inbox?section=awaiting-response'],
  ['its second page', '/me/inbox?section=awaiting-response&page=2'],
  ['another order', '/me/inbox?sort=waiting'],
  ['three sections more', '/me/inbox?q=is:pr+is:draft&q=is:issue+is:open&q=is:pr+is:open'],
]

/** Counts the requests and the searches of the inbox, cold and warm. GitHub allows 30 searches a minute. */
export async function measureInbox(upstream: SampleGitHub): Promise<void> {
  const app = await startDashboard()
  try {
    for (const [name, path] of views) {
      const before = await countRequests(upstream)
      const response = await fetch(`${app.url}${path}`, { headers })
      if (!response.ok) throw new Error(`${path} responded with ${response.status}`)
      const html = await response.text()
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

import type { APIRequestContext } from '@playwright/test'
import { freePort, type Program, startServer } from '../support/programs.ts'
import { sampleGitHub } from '../support/sample-github.ts'
import { productionServer, sampleServer } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'
import { users } from '../support/users.ts'

// Separate servers: an overload applies to the whole process.
test.describe.configure({ mode: 'serial' })

const samplePort = await freePort()
const appPort = await freePort()
const sampleUrl = `http://127.0.0.1:${samplePort}`
const appUrl = `http://127.0.0.1:${appPort}`
let programs: Program[] = []

test.use({ baseURL: appUrl })

test.beforeAll(async () => {
  programs = await Promise.all([
    startServer(sampleServer(samplePort)),
    startServer(
      productionServer(appPort, { GITHUB_API_URL: sampleUrl, CLIENT_HOURLY_BUDGET: '1000000' }),
    ),
  ])
})

test.afterAll(async () => {
  await Promise.all(programs.map((program) => program.end()))
})

const SECONDS = 10
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test(
  'serves at least as many whole pages at ten cold pages a second as at four, and rejects the rest',
  { tag: '@long' },
  async ({ request }, testInfo) => {
    test.slow()
    const github = sampleGitHub(request, sampleUrl)
    await github.delay('/repos', 300)
    const four = await visitAll(request, 4, 'four')
    const ten = await visitAll(request, 10, 'ten')
    const thirty = await visitAll(request, 30, 'thirty')
    await github.delay('/repos', 0)
    await testInfo.attach('counts', { body: JSON.stringify({ four, ten, thirty }, null, 2) })

    expect(ten.whole).toBeGreaterThanOrEqual(four.whole)
    expect(thirty.whole).toBeGreaterThanOrEqual(four.whole)
    for (const { whole, rejected, pages } of [four, ten, thirty]) {
      expect(whole + rejected).toBeGreaterThanOrEqual(0.8 * pages)
    }
  },
)

test('serves the pages of others, searches, pins and viewers while two repositories hang', {
  tag: '@long',
}, async ({ request }) => {
  const github = sampleGitHub(request, sampleUrl)
  const hanging = ['/repos/fresh/hangs-one', '/repos/fresh/hangs-two']
  for (const path of hanging) await github.fail(path, 'slow-headers')
  const hungVisits = hanging.map((path) => request.get(path))
  for (const path of hanging) {
    await expect.poll(() => github.requests(path)).toBeGreaterThan(1)
  }

  const headers = bearer(users.ann.token)
  const others = await Promise.all([
    ...Array.from({ length: 8 }, (_, index) => request.get(`/repos/fresh/beside-${index}`)),
    request.get('/search?q=rocket'),
    request.get('/api/pins?ids=1'),
    request.get('/me', { headers }),
  ])
  expect(others.map((response) => response.status())).toEqual(Array(11).fill(200))
  const statuses = (await Promise.all(hungVisits)).map((response) => response.status())
  expect(statuses).toEqual([503, 503])
  for (const path of hanging) await github.recover(path)
})

test('sends one request with a token that GitHub does not know, however often it is used', async ({
  request,
}) => {
  const github = sampleGitHub(request, sampleUrl)
  const before = await github.requests('/')
  const headers = bearer('ghp_unknown0123456789')
  for (const path of ['/me', '/me/inbox', '/me', '/me/inbox']) {
    const response = await request.get(path, { headers })
    expect(response.status()).toBe(401)
  }
  expect((await github.requests('/')) - before).toBe(1)
})

/** Visits cold pages at a rate; counts those with all panels, and those rejected with a 503. */
async function visitAll(request: APIRequestContext, perSecond: number, name: string) {
  const visits: Promise<'whole' | 'rejected' | 'in part'>[] = []
  const pages = perSecond * SECONDS
  for (let page = 0; page < pages; page++) {
    visits.push(visit(request, `/repos/fresh/overload-${name}-${page}`))
    await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond))
  }
  const results = await Promise.all(visits)
  const count = (result: string) => results.filter((one) => one === result).length
  return { pages, whole: count('whole'), rejected: count('rejected') }
}

async function visit(request: APIRequestContext, path: string) {
  // A connection that the server closes after a pause must not be used again.
  const response = await request.get(path, { headers: { connection: 'close' } })
  const { 'cache-control': cacheControl = '', 'retry-after': retryAfter } = response.headers()
  if (response.status() === 503 && retryAfter === '5') return 'rejected'
  return response.status() === 200 && cacheControl.includes('s-maxage=60') ? 'whole' : 'in part'
}

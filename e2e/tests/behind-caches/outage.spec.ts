import { type AppBehindCache, startAppBehindCache } from '../../support/app-behind-cache.ts'
import { test as base, expect } from '../../support/behind-cache.ts'
import { freePort, startServer } from '../../support/programs.ts'
import { type SampleGitHub, sampleGitHub } from '../../support/sample-github.ts'
import { send } from '../../support/send.ts'
import { sampleServer } from '../../support/servers.ts'

type Fixtures = {
  /** A site and a sample GitHub of one test: an outage applies to the whole process. */
  ownSite: AppBehindCache
  gitHub: SampleGitHub
}

const samplePort = await freePort()
const sampleUrl = `http://127.0.0.1:${samplePort}`

const test = base.extend<Fixtures>({
  ownSite: async ({ cache }, use) => {
    const sample = await startServer(sampleServer(samplePort))
    const site = await startAppBehindCache(cache, { GITHUB_API_URL: sampleUrl })
    await use(site)
    await site.end()
    await sample.end()
  },
  gitHub: async ({ ownSite: _, request }, use) => use(sampleGitHub(request, sampleUrl)),
})

test.describe.configure({ mode: 'serial' })

// The page's deadline is four seconds. Twice as long, because the machine may be busy: one after
// another, thirty visitors would wait for a minute or more.
const MAX_WAIT_MS = 10_000

test('thirty visitors of a page that hangs wait no longer than one of them', {
  tag: '@long',
}, async ({ ownSite, gitHub }) => {
  const page = '/repos/fresh/hanging'
  await gitHub.fail(page, 'slow-headers')
  const startedAt = Date.now()
  const visits = Array.from({ length: 30 }, () => send(ownSite.url, page))
  const statuses = new Set((await Promise.all(visits)).map(({ status }) => status))

  expect(statuses).toEqual(new Set([503]))
  expect(Date.now() - startedAt).toBeLessThan(MAX_WAIT_MS)
})

const VISITS = 200
const VISITS_AT_ONCE = 50
// Requests before the circuit opens: those in progress, and a few that follow them.
const MAX_REQUESTS = 60

test('while GitHub hangs, cold pages fail without requests to it, and they recover when GitHub does', {
  tag: '@long',
}, async ({ ownSite, gitHub }) => {
  await gitHub.fail('/repos', 'slow-headers')
  const startedAt = Date.now()
  const statuses: number[] = []
  for (let visit = 0; visit < VISITS; visit += VISITS_AT_ONCE) {
    const visits = Array.from({ length: VISITS_AT_ONCE }, (_, index) =>
      send(ownSite.url, `/repos/fresh/cold-${visit + index}`),
    )
    statuses.push(...(await Promise.all(visits)).map(({ status }) => status))
  }
  expect(new Set(statuses)).toEqual(new Set([503]))

  // A probe a second at most.
  const probes = Math.ceil((Date.now() - startedAt) / 1000)
  expect(await gitHub.requests('/repos')).toBeLessThanOrEqual(MAX_REQUESTS + probes)
  await gitHub.recover('/repos')
  for (const path of ['/repos/fresh/cold-0', '/repos/fresh/never-visited']) {
    await expect
      .poll(async () => (await send(ownSite.url, path)).status, { timeout: 10_000 })
      .toBe(200)
  }
})

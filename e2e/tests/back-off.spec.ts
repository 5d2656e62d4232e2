import { freePort, type Program, startServer } from '../support/programs.ts'
import { sampleGitHub } from '../support/sample-github.ts'
import { send } from '../support/send.ts'
import { productionServer, sampleServer } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

// Separate servers: an outage of GitHub applies to the whole process.
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
    startServer(productionServer(appPort, { GITHUB_API_URL: sampleUrl })),
  ])
})

test.afterAll(async () => {
  await Promise.all(programs.map((program) => program.end()))
})

const VISITS_AT_ONCE = 40
// A request, its retry, and one more before the back-off exceeds ten seconds.
const MAX_REQUESTS_IN_TEN_SECONDS = 3

for (const fault of [
  'wrong-types',
  'huge-body',
  'status-500',
  'status-503',
  'close-early',
  'cut-body',
  'slow-headers',
]) {
  test(`eighty visits cost three requests for a resource with the fault ${fault}`, async ({
    request,
  }) => {
    const github = sampleGitHub(request, sampleUrl)
    const path = `/repos/fresh/back-off-${fault}`
    await github.fail(`${path}/languages`, fault)
    const startedAt = Date.now()
    const statuses = await visitAll(80, () => path)
    const seconds = (Date.now() - startedAt) / 1000

    expect(statuses).toEqual(new Set([200]))
    // After that, each request doubles the back-off.
    const more = Math.max(0, Math.ceil(Math.log2(seconds / 10)))
    expect(await github.requests(`${path}/languages`)).toBeLessThanOrEqual(
      MAX_REQUESTS_IN_TEN_SECONDS + more,
    )
    expect(await github.requests(`${path}/releases`)).toBeGreaterThan(0)
  })
}

const outages = [
  { outage: 'hangs', fault: 'slow-headers' },
  { outage: 'closes every connection', fault: 'close-early' },
]

for (const { outage, fault } of outages) {
  test(`while GitHub ${outage}, cold pages fail with few requests and warm ones are served`, async ({
    request,
  }) => {
    test.slow()
    const github = sampleGitHub(request, sampleUrl)
    const warm = `/repos/fresh/warm-${fault}`
    expect((await request.get(warm)).status()).toBe(200)
    await github.fail('/repos', fault)
    const visitCold = (count: number, name: string) =>
      visitAll(count, (visit) => `/repos/fresh/${name}-${fault}-${visit}`)
    expect(await visitCold(VISITS_AT_ONCE, 'first')).toEqual(new Set([503]))

    // Now the outage is known.
    const before = await github.requests('/repos')
    const startedAt = Date.now()
    expect(await visitCold(160, 'cold')).toEqual(new Set([503]))
    const seconds = (Date.now() - startedAt) / 1000
    // At most one probe a second, and a few requests that overlap with the first pages.
    const maxRequests = Math.ceil(seconds) + 5
    expect((await github.requests('/repos')) - before).toBeLessThanOrEqual(maxRequests)
    const cold = await request.get(`/repos/fresh/cold-${fault}-again`)
    expect(cold.status()).toBe(503)
    expect(cold.headers()['retry-after']).toMatch(/^[1-9]\d*$/)
    expect((await request.get(warm)).status()).toBe(200)

    await github.recover('/repos')
    await expect
      .poll(async () => (await request.get(`/repos/fresh/cold-${fault}-back`)).status())
      .toBe(200)
    // A page that failed during the outage has no back-off left.
    expect((await request.get(`/repos/fresh/cold-${fault}-again`)).status()).toBe(200)
  })
}

/**
 * Visits pages, forty at a time, and returns the statuses. Each visit has its own connection: the
 * server may close an idle one at the moment when it is used again.
 */
async function visitAll(count: number, pathOf: (visit: number) => string): Promise<Set<number>> {
  const statuses = new Set<number>()
  for (let visit = 0; visit < count; visit += VISITS_AT_ONCE) {
    const visits = Array.from({ length: VISITS_AT_ONCE }, (_, index) => pathOf(visit + index))
    const responses = await Promise.all(visits.map((path) => send(appUrl, path)))
    for (const response of responses) statuses.add(response.status)
  }
  return statuses
}

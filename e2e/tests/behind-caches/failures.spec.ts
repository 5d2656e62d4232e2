import { expect, test } from '../../support/behind-cache.ts'
import { dataPath } from '../../support/data-route.ts'
import type { SampleGitHub } from '../../support/sample-github.ts'
import { send } from '../../support/send.ts'
import { uniqueName } from '../../support/unique-name.ts'

// One fault of each kind of error that ends with the fault.
const transientFaults = ['status-401', 'status-500', 'cut-body', 'null-body']
const otherTransientFaults = [
  'status-503',
  'html-200',
  'html-502',
  'empty-200',
  'array-body',
  'cut-chunked',
  'cut-json',
  'cut-gzip',
  'bad-gzip',
  'huge-headers',
  'redirect-loop',
  'redirect-elsewhere',
  'close-early',
]
// Five failing repositories would be an outage of GitHub.
const FAULTS_AT_ONCE = 4
// The application caches the errors 403 and 451 for a while, and waits for a slow GitHub.
const lastingFaults = ['status-403', 'status-451', 'slow-headers']

test('no cache stores a failed page, cold or warm, and the page recovers with GitHub', async ({
  site,
  upstream,
}, testInfo) => {
  await Promise.all([
    ...transientFaults.map((fault) =>
      failAndRecover(site.url, upstream, fault, uniqueName(testInfo)),
    ),
    ...lastingFaults.map((fault) => fail(site.url, upstream, fault, uniqueName(testInfo))),
  ])
})

test(
  'no cache stores a page with any other fault',
  { tag: '@long' },
  async ({ site, upstream }, testInfo) => {
    test.slow()
    // Each recovery takes seconds.
    for (let at = 0; at < otherTransientFaults.length; at += FAULTS_AT_ONCE) {
      await Promise.all(
        otherTransientFaults
          .slice(at, at + FAULTS_AT_ONCE)
          .map((fault) => failAndRecover(site.url, upstream, fault, uniqueName(testInfo))),
      )
    }
    await fail(site.url, upstream, 'slow-body', uniqueName(testInfo))
  },
)

test('a cache that has a page serves it while GitHub fails', async ({
  site,
  upstream,
}, testInfo) => {
  const page = `/repos/fresh/warm-${uniqueName(testInfo)}`
  const first = await send(site.url, page)
  await upstream.fail(page, 'status-500')
  const second = await send(site.url, page)
  expect(second.status).toBe(200)
  expect(second.headers['x-cache']).toBe('HIT')
  expect(second.body).toBe(first.body)

  // Another URL of the same page: the application has cached the data.
  const other = await send(site.url, `${page}?visit=2`)
  expect(other.status).toBe(200)
  expect(other.headers['x-cache']).toBe('MISS')
})

async function failAndRecover(
  url: string,
  upstream: SampleGitHub,
  fault: string,
  name: string,
): Promise<void> {
  const page = await fail(url, upstream, fault, name)
  await upstream.recover(page)
  for (const path of [page, dataPath(page)]) {
    // The application waits a few seconds before it retries a failed request.
    await expect.poll(async () => (await send(url, path)).status, { message: fault }).toBe(200)
  }
}

/** Makes GitHub fail for a page, checks its responses, and returns its path. */
async function fail(
  url: string,
  upstream: SampleGitHub,
  fault: string,
  name: string,
): Promise<string> {
  const page = `/repos/fresh/${fault}-${name}`
  await upstream.fail(page, fault)
  for (const path of [page, dataPath(page)]) {
    const { status, headers } = await send(url, path)
    expect.soft(status, fault).toBeGreaterThanOrEqual(400)
    expect.soft(headers['cache-control'], fault).toBe('private, no-store')
    expect.soft(headers['cdn-cache-control'], fault).toBeUndefined()
    expect.soft(headers['x-cache'], fault).not.toBe('HIT')
  }
  return page
}

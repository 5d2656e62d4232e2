import { randomUUID } from 'node:crypto'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { dataPath, getData } from '../support/data-route.ts'
import { send } from '../support/send.ts'
import { appUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const unreachable = { status: 503, title: 'GitHub isn’t responding', retryAfter: '30' }
const unreadable = { status: 503, title: 'Unreadable response from GitHub', retryAfter: '30' }
const tooLarge = { ...unreadable, title: 'GitHub’s response is too large' }
const notFound = { status: 404, title: 'Repository not found', retryAfter: undefined }

const failures = {
  'status-404': notFound,
  'status-410': notFound,
  'status-401': { status: 401, title: 'Server token rejected', retryAfter: undefined },
  'status-403': { status: 403, title: 'Access denied', retryAfter: undefined },
  'status-422': unreadable,
  'status-451': {
    status: 451,
    title: 'Repository unavailable',
    retryAfter: undefined,
  },
  'blocked-403': {
    status: 451,
    title: 'Repository unavailable',
    retryAfter: undefined,
  },
  'status-202': { ...unreachable, title: 'GitHub is computing this data' },
  'status-204': unreadable,
  'status-304': unreadable,
  'status-500': unreachable,
  'status-502': unreachable,
  'status-503': unreachable,
  'status-504': unreachable,
  'html-200': unreadable,
  'html-502': unreachable,
  'no-content-type': unreadable,
  'empty-200': unreadable,
  'null-body': unreadable,
  'array-body': unreadable,
  'text-body': unreadable,
  'wrong-types': unreadable,
  'cut-body': unreachable,
  'cut-chunked': unreachable,
  'cut-json': unreadable,
  'cut-gzip': unreadable,
  'bad-gzip': unreadable,
  'repository--slow-headers': unreachable,
  'repository--slow-body': unreachable,
  'huge-body': tooLarge,
  'endless-body': tooLarge,
  'huge-headers': unreachable,
  'redirect-loop': unreadable,
  'redirect-elsewhere': unreadable,
  'redirect-metadata': unreadable,
  'close-early': unreachable,
}

// One fault of each kind of error; the others are faults of the same kind.
const faultOfEachKind = [
  'status-404',
  'status-410',
  'status-401',
  'status-403',
  'status-422',
  'blocked-403',
  'status-202',
  'cut-body',
  'null-body',
  'repository--slow-headers',
] as const

for (const fault of faultOfEachKind) {
  test(`a page with the fault ${fault} is a ${failures[fault].status}, as HTML and as data`, async ({
    request,
  }) => {
    await checkFailure(request, fault)
  })
}

test('a page with any other fault has its status, title and cache header', {
  tag: '@long',
}, async ({ request }) => {
  test.slow()
  const tested: readonly string[] = faultOfEachKind
  for (const fault of Object.keys(failures) as (keyof typeof failures)[]) {
    if (tested.includes(fault)) continue
    await test.step(fault, () => checkFailure(request, fault))
  }
})

async function checkFailure(
  request: APIRequestContext,
  fault: keyof typeof failures,
): Promise<void> {
  const path = `/repos/failures/${fault}`
  // Without a response for other repositories, failures in a row are an outage of all of GitHub.
  await request.get(`/repos/fresh/beside-${fault}-${randomUUID()}`)
  const [html, data] = await Promise.all([
    request.get(path, { maxRedirects: 0 }),
    getData(request, path),
  ])
  expectFailure(html, failures[fault])
  expectFailure(data, failures[fault])
  expect.soft(await html.text(), fault).toContain(failures[fault].title)
}

function expectFailure(
  response: APIResponse,
  { status, retryAfter }: { status: number; retryAfter: string | undefined },
) {
  const headers = response.headers()
  expect.soft(response.status()).toBe(status)
  expect
    .soft(headers['cache-control'])
    .toBe(status === 404 ? 'public, max-age=0, must-revalidate, s-maxage=30' : 'private, no-store')
  expect.soft(headers['cdn-cache-control']).toBe(status === 404 ? 'max-age=30' : undefined)
  expect.soft(headers['retry-after']).toBe(retryAfter)
}

test('a repository page with a failed panel shows its other panels', async ({ page }) => {
  const response = await page.goto('/repos/failures/contributor_stats--status-500')

  expect(response?.status()).toBe(200)
  await expect(page.getByRole('region', { name: 'Contributors' })).toContainText(
    'GitHub didn’t return valid data.',
  )
  await expect(page.getByRole('img', { name: 'Commits per week' })).toBeVisible()
})

test('numbers that cannot be read are unknown, and the page has the rest', async ({ page }) => {
  const response = await page.goto('/repos/failures/huge-number')

  expect(response?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('huge-number')
  await expect(page.getByLabel('Figures')).toContainText('unknown')
})

test('a page with an unavailable panel is cached for five seconds and never served stale', async ({
  request,
}) => {
  const path = '/repos/failures/languages--cut-body'
  for (const response of [await request.get(path), await getData(request, path)]) {
    expect(response.status()).toBe(200)
    expect(response.headers()['cache-control']).toBe(
      'public, max-age=0, must-revalidate, s-maxage=5',
    )
    expect(response.headers()['cdn-cache-control']).toBe('max-age=5')
  }
})

test('a slow panel does not delay the page beyond its deadline', async ({ page }) => {
  await page.goto('/repos/failures/commit_activity--slow-headers')

  await expect(page.getByRole('region', { name: 'Commits per week' })).toContainText(
    'Couldn’t load',
  )
  await expect(page.getByRole('region', { name: 'Languages' })).toContainText('%')
})

test('a name that GitHub does not allow is not found, without a request to GitHub', async ({
  request,
  upstream,
}) => {
  const names = [
    '_acme/rocket',
    'acme/..%2Frocket',
    'acme/a%20b',
    'acme/%00',
    `${'a'.repeat(40)}/b`,
  ]
  for (const name of names) {
    const response = await request.get(`/repos/${name}`)
    expect(response.status(), name).toBe(404)
  }
  expect(await upstream.requests('/repos/_acme')).toBe(0)
  expect(await upstream.requests('/repos/acme/a%20b')).toBe(0)
})

test('methods other than GET and HEAD get a 405 that no cache stores', async () => {
  const paths = ['/', '/search?q=rocket', '/repos/acme/rocket', '/learn', '/learn/runtime/edge']
  const files = ['/theme.js', '/learn/when/acme/rocket', '/api/badge/repos/acme/rocket.svg']
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    for (const path of [...paths, ...paths.map(dataPath), ...files, '/api/health']) {
      const { status, headers } = await send(appUrl, path, { method })
      expect.soft(status, `${method} ${path}`).toBe(405)
      expect.soft(headers.allow, `${method} ${path}`).toBe('GET, HEAD')
      expect.soft(headers['cache-control'], `${method} ${path}`).toBe('private, no-store')
    }
  }
})

test('a page that fails to render is sent in full to a browser with its entity tag', async () => {
  const headers = { 'if-none-match': '*' }
  const response = await send(appUrl, '/learn/errors/rendering', { headers })

  expect(response.status).toBe(500)
  expect(response.headers['cache-control']).toBe('private, no-store')
  expect(response.headers.etag).toBeUndefined()
})

import type { APIResponse } from '@playwright/test'
import { dataPath, getData } from '../support/data-route.ts'
import { expect, test } from '../support/test.ts'

const unreachable = { status: 503, title: 'GitHub cannot be reached', retryAfter: '30' }
const notFound = { status: 404, title: 'Nothing to see at this address', retryAfter: undefined }

const failures = {
  'status-404': notFound,
  'status-410': notFound,
  'status-401': { status: 401, title: 'GitHub does not accept the token', retryAfter: undefined },
  'status-403': { status: 403, title: 'GitHub does not allow this', retryAfter: undefined },
  'status-422': { status: 400, title: 'GitHub does not understand this', retryAfter: undefined },
  'status-451': {
    status: 451,
    title: 'GitHub has blocked this repository',
    retryAfter: undefined,
  },
  'blocked-403': {
    status: 451,
    title: 'GitHub has blocked this repository',
    retryAfter: undefined,
  },
  'status-202': unreachable,
  'status-204': unreachable,
  'status-304': unreachable,
  'status-500': unreachable,
  'status-502': unreachable,
  'status-503': unreachable,
  'status-504': unreachable,
  'html-200': unreachable,
  'html-502': unreachable,
  'no-content-type': unreachable,
  'empty-200': unreachable,
  'null-body': unreachable,
  'array-body': unreachable,
  'text-body': unreachable,
  'wrong-types': unreachable,
  'huge-number': unreachable,
  'cut-body': unreachable,
  'cut-chunked': unreachable,
  'cut-json': unreachable,
  'cut-gzip': unreachable,
  'bad-gzip': unreachable,
  'repository--slow-headers': unreachable,
  'repository--slow-body': unreachable,
  'huge-body': unreachable,
  'endless-body': unreachable,
  'huge-headers': unreachable,
  'redirect-loop': unreachable,
  'redirect-elsewhere': unreachable,
  'redirect-metadata': unreachable,
  'close-early': unreachable,
}

for (const [fault, expected] of Object.entries(failures)) {
  test(`${fault} of GitHub is a ${expected.status}, as HTML and as data, that no cache keeps`, async ({
    request,
  }) => {
    const path = `/repos/failures/${fault}`
    const [html, data] = await Promise.all([
      request.get(path, { maxRedirects: 0 }),
      getData(request, path),
    ])

    expectFailure(html, expected)
    expectFailure(data, expected)
    expect(await html.text()).toContain(expected.title)
  })
}

function expectFailure(
  response: APIResponse,
  { status, retryAfter }: { status: number; retryAfter: string | RegExp | undefined },
) {
  const headers = response.headers()
  expect(response.status()).toBe(status)
  expect(headers['cache-control']).toBe(
    status === 404 ? 'public, max-age=0, must-revalidate, s-maxage=30' : 'private, no-store',
  )
  expect(headers['cdn-cache-control']).toBe(status === 404 ? 'max-age=30' : undefined)
  if (typeof retryAfter === 'string') expect(headers['retry-after']).toBe(retryAfter)
  else if (retryAfter) expect(headers['retry-after']).toMatch(retryAfter)
  else expect(headers['retry-after']).toBeUndefined()
}

test('a repository whose panel fails keeps its other panels', async ({ page }) => {
  const response = await page.goto('/repos/failures/contributors--status-500')

  expect(response?.status()).toBe(200)
  await expect(page.getByRole('region', { name: 'Contributors' })).toContainText(
    'GitHub gave no usable answer.',
  )
  await expect(page.getByRole('img', { name: 'Commits per week' })).toBeVisible()
})

test('a page with a panel that is not ready is kept for seconds, and never stale', async ({
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

test('a slow panel does not hold the page beyond its deadline', async ({ page }) => {
  await page.goto('/repos/failures/commit_activity--slow-headers')

  await expect(page.getByRole('region', { name: 'Commits per week' })).toContainText('no answer')
  await expect(page.getByRole('region', { name: 'Languages' })).toContainText('%')
})

test('a name that GitHub cannot have is not found, and GitHub is not asked', async ({
  request,
  upstream,
}) => {
  const names = [
    '-acme/rocket',
    'acme/..%2Frocket',
    'acme/a%20b',
    'acme/%00',
    `${'a'.repeat(40)}/b`,
  ]
  for (const name of names) {
    const response = await request.get(`/repos/${name}`)
    expect(response.status(), name).toBe(404)
  }
  expect(await upstream.requests('/repos/-acme')).toBe(0)
  expect(await upstream.requests('/repos/acme/a%20b')).toBe(0)
})

for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
  test(`${method} is refused, as HTML and as data, and no cache keeps that`, async ({
    request,
  }) => {
    for (const path of ['/', '/search?q=rocket', '/owners/acme', '/repos/acme/rocket']) {
      for (const address of [path, dataPath(path)]) {
        const response = await request.fetch(address, { method })
        expect(response.status()).toBe(405)
        expect(response.headers().allow).toBe('GET, HEAD')
        expect(response.headers()['cache-control']).toBe('private, no-store')
      }
    }
    const api = await request.fetch('/api/health', { method })
    expect(api.status()).toBe(405)
    expect(api.headers().allow).toBe('GET, HEAD')
    expect(api.headers()['cache-control']).toBe('private, no-store')
  })
}

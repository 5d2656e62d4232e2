import { cacheHeaders } from '@repo/cache-headers'
import { createClient } from '@repo/github'
import { expect, test } from 'vitest'
import { createEdgeStore } from '#server/edge-store.ts'
import { cacheHeadersOf } from '#server/test-support.ts'
import { respondWithBadge } from './respond-with-badge.server.ts'

const fresh = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=300, stale-while-revalidate=3600',
  'cdn-cache-control': 'max-age=300, stale-while-revalidate=3600',
}
const shortLived = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=30',
  'cdn-cache-control': 'max-age=30',
}
const notCached = { 'cache-control': 'private, no-store' }

const rocket = {
  full_name: 'acme/rocket',
  stargazers_count: 12_431,
  license: { name: 'MIT License', spdx_id: 'MIT' },
}

const other = { key: 'other', name: 'Other', spdx_id: 'NOASSERTION' }

const checkRuns = '/repos/acme/rocket/commits/HEAD/check-runs'

type Bodies = Record<string, unknown>

/** A client of a GitHub with these bodies, or statuses, by path; it records the requested paths. */
function clientOf(bodies: Bodies, now = () => 0, token?: string) {
  const requested: string[] = []
  const client = createClient({
    baseUrl: 'https://github.test',
    token,
    now,
    stores: { shared: createEdgeStore(1_000_000, now), viewer: createEdgeStore(0) },
    pause: async () => {},
    fetch: async (input) => {
      const { pathname } = new URL(String(input))
      requested.push(pathname)
      const body = (await bodies[pathname]) ?? 404
      return typeof body === 'number' ? Response.json({}, { status: body }) : Response.json(body)
    },
  })
  return Object.assign(client, { requested })
}

/** The HTTP response that the route sends. */
async function request(
  path: string,
  client = clientOf({ '/repos/acme/rocket': rocket }),
  init?: RequestInit,
): Promise<Response> {
  const badgeRequest = new Request(`https://dashboard.test/api/badge/repos/${path}`, init)
  const { status, headers, body, policy } = await respondWithBadge(badgeRequest, client)
  return new Response(body, { status, headers: { ...headers, ...cacheHeaders(policy) } })
}

function titleOf(svg: string): string | undefined {
  return /<title>(.*)<\/title>/.exec(svg)?.[1]
}

test('shows the stars by default, publicly cached', async () => {
  const response = await request('acme/rocket.svg')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  expect(cacheHeadersOf(response)).toEqual(fresh)
  expect(titleOf(await response.text())).toBe('stars: 12.4k')
})

const passingRun = { name: 'test', status: 'completed', conclusion: 'success' }
const queuedRun = { name: 'test', status: 'queued' }
const failingStatus = { context: 'preview', state: 'failure' }

test.each([
  ['license', {}, 'license: MIT'],
  ['licence', {}, 'license: MIT'],
  ['license', { '/repos/acme/rocket': { ...rocket, license: null } }, 'license: none'],
  ['license', { '/repos/acme/rocket': { ...rocket, license: other } }, 'license: Other'],
  ['stars', { '/repos/acme/rocket': { ...rocket, stargazers_count: null } }, 'stars: unknown'],
  ['release', { '/repos/acme/rocket/releases/latest': { tag_name: 'v4.2.1' } }, 'release: v4.2.1'],
  ['release', {}, 'release: none'],
  ['ci', { runs: [passingRun], statuses: [] }, 'CI: passing'],
  ['ci', { runs: [passingRun], statuses: [failingStatus] }, 'CI: failing'],
  ['ci', { runs: [queuedRun], statuses: [] }, 'CI: running'],
  ['ci', { runs: [], statuses: [] }, 'CI: no checks'],
])('shows %s from %j as "%s"', async (subject, changes: Bodies, title) => {
  const { runs = [], statuses = [], ...bodies } = changes
  const response = await request(
    `acme/rocket.svg?show=${subject}`,
    clientOf({
      '/repos/acme/rocket': rocket,
      '/repos/acme/rocket/commits/HEAD/check-runs': { total_count: 0, check_runs: runs },
      '/repos/acme/rocket/commits/HEAD/status': { sha: 'a', total_count: 0, statuses },
      ...bodies,
    }),
  )
  expect(titleOf(await response.text())).toBe(title)
  expect(cacheHeadersOf(response)).toEqual(fresh)
})

test.each([
  [404, 'stars: repository not found', shortLived],
  [451, 'stars: repository disabled', shortLived],
  [403, 'stars: access denied', shortLived],
  [401, 'stars: access denied', notCached],
  [429, 'stars: rate limited', notCached],
  [500, 'stars: unavailable', notCached],
])(
  'shows a GitHub %i as an image that says "%s", cached briefly or not at all',
  async (status, title, caching) => {
    const response = await request('acme/rocket.svg', clientOf({ '/repos/acme/rocket': status }))
    expect(response.status).toBe(200)
    expect(titleOf(await response.text())).toBe(title)
    expect(cacheHeadersOf(response)).toEqual(caching)
  },
)

test('shows the last known data while GitHub fails, cached briefly', async () => {
  let now = 0
  const bodies: Bodies = { '/repos/acme/rocket': rocket }
  const client = clientOf(bodies, () => now)
  await request('acme/rocket.svg', client)
  bodies['/repos/acme/rocket'] = 500
  now = 3_600_000

  const response = await request('acme/rocket.svg', client)
  expect(titleOf(await response.text())).toBe('stars: 12.4k')
  expect(cacheHeadersOf(response)).toEqual(shortLived)
})

test('requests a repository once while its data is fresh', async () => {
  const client = clientOf({ '/repos/acme/rocket': rocket })
  await request('acme/rocket.svg', client)
  await request('acme/rocket.svg?show=license', client)
  expect(client.requested).toEqual(['/repos/acme/rocket'])
})

test('shows a renamed repository under its new name', async () => {
  const client = clientOf({ '/repos/acme/old': rocket, '/repos/acme/rocket': rocket })
  const response = await request('acme/old.svg', client)
  expect(titleOf(await response.text())).toBe('stars: 12.4k')
})

test('reports a private repository that the token can read as not found', async () => {
  const secret = { ...rocket, private: true }
  const bodies = {
    '/repos/acme/rocket': secret,
    '/repos/acme/rocket/releases/latest': { tag_name: 'v9-secret' },
  }
  const response = await request('acme/rocket.svg?show=release', clientOf(bodies))
  expect(titleOf(await response.text())).toBe('release: repository not found')
})

test('reports a private repository as not found when a part of it is forbidden', async () => {
  let resolve = (_body: unknown) => {}
  const promise = new Promise((fulfill) => {
    resolve = fulfill
  })
  const bodies = { '/repos/acme/rocket': promise, [checkRuns]: 403 }
  const client = clientOf(bodies, undefined, 'ghp_server')
  const response = request('acme/rocket.svg?show=ci', client)
  // The 403 arrives first.
  await expect.poll(() => client.requested).toContain(checkRuns)
  resolve({ ...rocket, private: true })
  expect(titleOf(await (await response).text())).toBe('CI: repository not found')
})

test.each(['a b/rocket.svg', '_a/rocket.svg', 'acme/...svg', 'acme/a%2fb.svg'])(
  'sends no request to GitHub for the invalid name %s',
  async (path) => {
    const client = clientOf({})
    const response = await request(path, client)
    expect(titleOf(await response.text())).toBe('stars: repository not found')
    expect(client.requested).toEqual([])
  },
)

test('lists the subjects when the requested one is unknown', async () => {
  const response = await request('acme/rocket.svg?show=forks')
  expect(titleOf(await response.text())).toBe('badge: show stars, ci, release or license')
  expect(cacheHeadersOf(response)).toEqual(shortLived)
})

test('is not found without the .svg extension', async () => {
  expect((await request('acme/rocket')).status).toBe(404)
})

test('rejects other methods', async () => {
  const response = await request('acme/rocket.svg', undefined, { method: 'POST' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, HEAD')
  expect(cacheHeadersOf(response)).toEqual(notCached)
})

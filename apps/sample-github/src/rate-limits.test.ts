import { expect, test } from 'vitest'
import { now, type SendRequest, sample } from './test-support.ts'

const seconds = Math.floor(now() / 1000)

function limit(resource: string, total: number, windowSeconds: number, used = 0) {
  return { limit: total, used, remaining: total - used, reset: seconds + windowSeconds, resource }
}

async function send(request: SendRequest, path: string, count: number): Promise<Response[]> {
  const responses = []
  for (let index = 0; index < count; index++) responses.push(await request(path))
  return responses
}

test('reports every rate limit at /rate_limit, which costs no quota', async () => {
  const request = sample()
  await request('/repos/acme/rocket')
  await request('/rate_limit')
  const core = limit('core', 5_000, 3_600, 1)

  expect(await (await request('/rate_limit')).json()).toEqual({
    resources: {
      core,
      search: limit('search', 30, 60),
      graphql: limit('graphql', 5_000, 3_600),
      integration_manifest: limit('integration_manifest', 5_000, 3_600),
      source_import: limit('source_import', 100, 60),
      code_scanning_upload: limit('code_scanning_upload', 500, 3_600),
      code_scanning_autofix: limit('code_scanning_autofix', 10, 60),
      actions_runner_registration: limit('actions_runner_registration', 10_000, 3_600),
      scim: limit('scim', 15_000, 3_600),
      dependency_snapshots: limit('dependency_snapshots', 100, 60),
      dependency_sbom: limit('dependency_sbom', 100, 60),
      code_search: limit('code_search', 10, 60),
    },
    rate: core,
  })
})

test('reports the five rate limits without a token in anonymous mode', async () => {
  const core = limit('core', 60, 3_600)

  expect(await (await sample({ isAnonymous: true })('/rate_limit')).json()).toEqual({
    resources: {
      core,
      search: limit('search', 10, 60),
      graphql: limit('graphql', 0, 3_600),
      integration_manifest: limit('integration_manifest', 5_000, 3_600),
      code_search: limit('code_search', 60, 3_600),
    },
    rate: core,
  })
})

test('enforces no limit except in anonymous mode', async () => {
  const responses = await send(sample(), '/search/repositories?q=rocket', 100)

  expect(new Set(responses.map((response) => response.status))).toEqual(new Set([200]))
  for (const response of responses) {
    expect(Number(response.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0)
  }
})

test('allows sixty requests an hour in anonymous mode, with or without a token', async () => {
  let time = now()
  const request = sample({ isAnonymous: true, now: () => time })
  const headers = { authorization: 'Bearer sample-token-ann' }
  await send(request, '/repos/acme/rocket/languages', 58)
  const last = [
    await request('/user', { headers }),
    await request('/repos/acme/rocket'),
    await request('/repos/acme/rocket'),
    await request('/user', { headers }),
  ]

  expect(last.map((response) => response.status)).toEqual([200, 200, 403, 403])
  expect(last.map((response) => response.headers.get('x-ratelimit-remaining'))).toEqual([
    '1',
    '0',
    '0',
    '0',
  ])
  expect(await last[2]?.json()).toEqual({
    message:
      "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)",
    documentation_url:
      'https://docs.github.com/rest/overview/resources-in-the-rest-api#rate-limiting',
    status: '403',
  })
  expect((await request('/rate_limit')).status).toBe(200)

  time += 3_600_000
  expect((await request('/repos/acme/rocket')).headers.get('x-ratelimit-used')).toBe('1')
})

test('allows ten searches a minute in anonymous mode, counted apart', async () => {
  const request = sample({ isAnonymous: true })
  const searches = await send(request, '/search/repositories?q=rocket', 11)

  expect(searches.map((response) => response.status)).toEqual([...Array(10).fill(200), 403])
  expect(searches.at(-1)?.headers.get('x-ratelimit-resource')).toBe('search')
  expect((await request('/repos/acme/rocket')).status).toBe(200)
})

test('charges for a 304 in anonymous mode', async () => {
  const request = sample({ isAnonymous: true })
  const etag = (await request('/repos/acme/rocket')).headers.get('etag') ?? ''
  const again = await request('/repos/acme/rocket', { headers: { 'if-none-match': etag } })

  expect(again.status).toBe(304)
  expect(again.headers.get('x-ratelimit-used')).toBe('2')
})

test('allows requests again after a reset by the control API', async () => {
  const request = sample({ isAnonymous: true })
  await send(request, '/repos/acme/rocket/languages', 61)
  await request('/_control/reset', { method: 'POST' })

  expect((await request('/repos/acme/rocket')).status).toBe(200)
})

test('charges for every repetition of a search, whatever the client has stored', async () => {
  const request = sample()
  await request('/search/repositories?q=rocket')
  const headers = { 'if-none-match': '*', 'if-modified-since': new Date(now()).toUTCString() }
  const again = await request('/search/repositories?q=rocket', { headers })

  expect(again.status).toBe(200)
  expect(again.headers.get('x-ratelimit-used')).toBe('2')
})

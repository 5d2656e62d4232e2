import { expect, test } from 'vitest'
import { as, bodyOf, midnight, origin, sample } from './test-support.ts'

test('sends a public cache policy to requests without a token', async () => {
  const response = await sample()('/repos/acme/rocket')

  expect(response.headers.get('cache-control')).toBe('public, max-age=60, s-maxage=60')
})

test('responds to a matching ETag with an empty 304 that costs no quota', async () => {
  const request = sample()
  const first = await request('/repos/acme/rocket')
  const etag = first.headers.get('etag') ?? ''
  const second = await request('/repos/acme/rocket', { headers: { 'if-none-match': etag } })

  expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/)
  expect(second.status).toBe(304)
  expect(await second.text()).toBe('')
  expect(second.headers.get('etag')).toBe(etag)
  expect(second.headers.get('x-ratelimit-used')).toBe('1')
})

test.each([
  ['the strong form', (etag: string) => etag.slice(2), 304],
  ['one of a list', (etag: string) => `"other", ${etag}`, 304],
  ['a star', () => '*', 304],
  ['another tag', () => 'W/"other"', 200],
  ['the tag without quotes', (etag: string) => etag.replaceAll('"', ''), 200],
])('compares ETags weakly: %s', async (_name, header, status) => {
  const request = sample()
  const etag = (await request('/repos/acme/rocket')).headers.get('etag') ?? ''
  const again = await request('/repos/acme/rocket', { headers: { 'if-none-match': header(etag) } })

  expect(again.status).toBe(status)
})

test('varies the ETag by credentials', async () => {
  const request = sample()
  const path = '/repos/acme/rocket/languages'
  const responses = await Promise.all([
    request(path),
    request(path, as('ann')),
    request(path, as('ben')),
  ])

  expect(new Set(responses.map((response) => response.headers.get('etag'))).size).toBe(3)
})

test('counts searches in a separate rate limit', async () => {
  const request = sample()
  await request('/repos/acme/rocket')
  const response = await request('/search/repositories?q=rocket')

  expect(response.headers.get('x-ratelimit-resource')).toBe('search')
  expect(response.headers.get('x-ratelimit-used')).toBe('1')
})

test('rejects a request without a User-Agent', async () => {
  const response = await sample()('/repos/acme/rocket', { headers: { 'user-agent': '' } })

  expect(response.status).toBe(403)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await response.text()).toMatch(/^Request forbidden by administrative rules\./)
})

test('rejects an unsupported API version', async () => {
  const headers = { 'x-github-api-version': '2020-01-01' }
  const response = await sample()('/repos/acme/rocket', { headers })

  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    message:
      'Bad Request: The version you specified in the "X-GitHub-API-Version" request header, "2020-01-01", is not a supported version. The following versions are currently supported: "2022-11-28", "2026-03-10".',
    documentation_url: 'https://docs.github.com/rest',
    status: '400',
  })
})

test('omits removed fields in version 2026-03-10', async () => {
  const request = sample()
  const headers = { 'x-github-api-version': '2026-03-10' }
  const rates = await request('/rate_limit', { headers })
  const repo = await request('/repos/acme/rocket', { headers })
  const pulls = await request('/repos/acme/rocket/pulls?per_page=1', { headers })
  const [pull] = await bodyOf<object[]>(pulls)

  expect(repo.headers.get('x-github-api-version-selected')).toBe('2026-03-10')
  expect(await rates.json()).not.toHaveProperty('rate')
  expect(await repo.json()).not.toHaveProperty('has_downloads')
  expect(pull).not.toHaveProperty('assignee')
  expect(pull).not.toHaveProperty('merge_commit_sha')
  expect(pull).toHaveProperty('assignees')
})

test.each(['Bearer nonsense', 'Basic YW5uOnNlY3JldA==', 'sample-token-ann'])(
  'rejects the credentials %s even for public data',
  async (authorization) => {
    const response = await sample()('/repos/acme/rocket', { headers: { authorization } })

    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({
      message: 'Bad credentials',
      documentation_url: 'https://docs.github.com/rest',
      status: '401',
    })
  },
)

test.each(['Bearer', 'token', 'bearer'])('accepts the scheme %s', async (scheme) => {
  const headers = { authorization: `${scheme} sample-token-ben` }
  const response = await sample()('/user', { headers })

  expect(await response.json()).toMatchObject({ login: 'ben', name: 'Ben Castellanos' })
})

test('responds to an unknown path with 501 and records it', async () => {
  const request = sample()
  const response = await request('/repos/acme/rocket/branches?page=2')
  await request('/repos/acme/rocket', { method: 'POST' })

  expect(response.status).toBe(501)
  expect(await response.json()).toEqual({
    message: 'The sample GitHub does not support GET /repos/acme/rocket/branches',
    method: 'GET',
    path: '/repos/acme/rocket/branches',
  })
  expect(response.headers.get('x-sample-github')).toBe('1')
  expect(await (await request('/_control/unknown')).json()).toEqual([
    { method: 'GET', path: '/repos/acme/rocket/branches' },
    { method: 'POST', path: '/repos/acme/rocket' },
  ])
})

test('responds to a trailing slash with 404', async () => {
  const response = await sample()('/repos/acme/rocket/')

  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({
    message: 'Not Found',
    documentation_url: 'https://docs.github.com/rest',
    status: '404',
  })
})

test('responds to HEAD like GET without a body', async () => {
  const response = await sample()('/repos/acme/rocket', { method: 'HEAD' })

  expect(response.status).toBe(200)
  expect(response.headers.get('etag')).toMatch(/^W\//)
  expect(await response.text()).toBe('')
})

test('lists its stories at the root', async () => {
  const body = await bodyOf<{ message: string; stories: { repository: string; story: string }[] }>(
    await sample()('/'),
  )

  expect(body.message).toBe(
    'A fictional GitHub with sample data. The owner fresh has every repository name; each repository of the owner failures has the fault in its name.',
  )
  expect(body.stories[0]).toEqual({
    repository: 'acme/rocket',
    story: 'Healthy, active and well maintained.',
  })
  expect(body.stories.map((story) => story.repository)).toEqual([
    'acme/rocket',
    'acme/lunar-lander',
    'acme/blank',
    'acme/new-name',
    'acme/takedown',
    'acme/monolith',
    'acme/counting',
    'acme/polyglot',
    'acme/secret-plans',
    'nova/rocket',
    'nova/sundial',
    'nova/old-hat',
    'acme/quiet-corner',
    'acme/starter',
    'acme/looking-glass',
    'acme/bare',
    'acme/red-light',
    'ann/diary',
    'ben/ledger',
    'cyd/atlas',
    'dov/letters',
    'eve/safe',
  ])
})

test('serves the API below a base path, as GitHub Enterprise Server does', async () => {
  const request = sample({ basePath: '/api/v3' })
  const repo = await request('/api/v3/repos/acme/rocket')
  const list = await request('/api/v3/orgs/acme/repos?per_page=1')

  expect(await repo.json()).toMatchObject({ url: `${origin}/api/v3/repos/acme/rocket` })
  expect(list.headers.get('link')).toMatch(
    /^<http:\/\/localhost\/api\/v3\/organizations\/1001\/repos\?per_page=1&page=2>; rel="next"/,
  )
  expect((await request('/api/v3')).status).toBe(200)
  expect((await request('/api/v3/_control/unknown')).status).toBe(200)
  expect((await request('/repos/acme/rocket')).status).toBe(501)
  expect(await (await request('/api/v3/nowhere')).json()).toMatchObject({ path: '/nowhere' })
})

test('counts requests by their path without the base path', async () => {
  const request = sample({ basePath: '/api/v3' })
  await request('/api/v3/repos/acme/rocket?x=1')

  expect(await (await request('/api/v3/_control/requests')).json()).toEqual({
    total: 1,
    byPath: { 'GET /repos/acme/rocket?x=1': { count: 1, notModified: 0 } },
  })
})

test('sends the same bytes all day, and dates that move with the day', async () => {
  const at = (time: number) => sample({ now: () => time })('/repos/acme/red-light')
  const morning = await (await at(midnight() + 60_000)).text()
  const evening = await (await at(midnight(-1) - 60_000)).text()
  const tomorrow = await (await at(midnight(-1))).text()

  expect(evening).toBe(morning)
  expect(tomorrow).not.toBe(morning)
})

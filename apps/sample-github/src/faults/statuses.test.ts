import { expect, test } from 'vitest'
import { listedFaults } from '../data/faults.ts'
import { as, bodyOf, linkTo, now, origin, sample } from '../test-support.ts'

const docs = 'https://docs.github.com/rest'

test.each([
  [401, 'Bad credentials'],
  [403, 'Resource not accessible by personal access token'],
  [404, 'Not Found'],
  [409, 'Git Repository is empty.'],
  [410, 'Issues are disabled for this repo'],
  [418, "I'm a Teapot"],
  [422, 'Validation Failed'],
  [500, 'Server Error'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
  [599, 'Unknown status'],
])('status-%i has GitHub’s error body', async (status, message) => {
  const response = await sample()(`/repos/failures/status-${status}/issues`)

  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({
    message,
    documentation_url: docs,
    status: String(status),
  })
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(response.headers.get('x-sample-github')).toBe('1')
  expect(response.headers.get('etag')).toBeNull()
  expect(response.headers.get('cache-control')).toBeNull()
})

test.each([
  [202, '{}'],
  [204, ''],
  [304, ''],
])('status-%i has the body %j', async (status, body) => {
  const response = await sample()(`/repos/failures/status-${status}`)

  expect(response.status).toBe(status)
  expect(await response.text()).toBe(body)
})

test('status-200 is healthy', async () => {
  expect(await (await sample()('/repos/failures/status-200')).json()).toMatchObject({
    full_name: 'failures/status-200',
  })
})

test('status-302 redirects to a healthy repository', async () => {
  const response = await sample()('/repos/failures/status-302')

  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe(`${origin}/repos/acme/rocket`)
})

test('status-429 has a retry-after header', async () => {
  const response = await sample()('/repos/failures/status-429')

  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(response.headers.get('x-ratelimit-remaining')).toBe('4999')
})

test('status-451 names the notice', async () => {
  const response = await sample()('/repos/failures/status-451')

  expect(response.status).toBe(451)
  expect(await response.json()).toMatchObject({
    message: 'Repository access blocked',
    block: { reason: 'dmca' },
  })
})

test.each([
  ['rate-limited', 403, 5],
  ['rate-limited-429', 429, 5],
  ['reset-in-600', 403, 600],
  ['reset-far', 403, 315_360_000],
  ['reset-past', 403, -3_600],
])('%s has no requests left and its own reset', async (fault, status, secondsLeft) => {
  const response = await sample()(`/repos/failures/${fault}`)

  expect(response.status).toBe(status)
  expect(response.headers.get('x-ratelimit-limit')).toBe('60')
  expect(response.headers.get('x-ratelimit-remaining')).toBe('0')
  expect(response.headers.get('x-ratelimit-reset')).toBe(
    String(Math.floor(now() / 1000) + secondsLeft),
  )
  expect(response.headers.get('retry-after')).toBeNull()
  expect(await response.json()).toMatchObject({
    message: expect.stringMatching(/^API rate limit exceeded for 127\.0\.0\.1\./),
    status: String(status),
  })
})

test('a rate-limited search has the limit of searches', async () => {
  const { headers } = await sample()('/search/repositories?q=failures:rate-limited')

  expect(headers.get('x-ratelimit-limit')).toBe('10')
  expect(headers.get('x-ratelimit-resource')).toBe('search')
})

test('rate-limited names the user behind a token', async () => {
  const response = await sample()('/repos/failures/rate-limited', as('ben'))

  expect(response.headers.get('x-ratelimit-limit')).toBe('5000')
  expect(await response.json()).toMatchObject({
    message: expect.stringMatching(/^API rate limit exceeded for user ben\./),
  })
})

test('secondary-limit has requests left and a retry-after header', async () => {
  const response = await sample()('/repos/failures/secondary-limit')

  expect(response.status).toBe(403)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(response.headers.get('x-ratelimit-remaining')).toBe('4999')
  expect(await response.json()).toMatchObject({
    message: expect.stringMatching(/^You have exceeded a secondary rate limit\./),
  })
})

test('blocked-403 is not a rate limit', async () => {
  const response = await sample()('/repos/failures/blocked-403')

  expect(response.status).toBe(403)
  expect(await response.json()).toEqual({
    message: 'Repository access blocked',
    block: {
      reason: 'tos',
      created_at: '2026-01-12T08:30:00Z',
      html_url: 'https://github.example/tos',
    },
  })
})

test('redirect-loop redirects to itself', async () => {
  const path = '/repos/failures/redirect-loop/languages?x=1'
  const response = await sample()(path)

  expect(response.status).toBe(301)
  expect(response.headers.get('location')).toBe(`${origin}${path}`)
})

test('redirect-elsewhere and redirect-metadata redirect to other hosts', async () => {
  const request = sample({ redirectOrigin: 'http://127.0.0.2:4321' })
  const otherHost = await request('/repos/failures/redirect-elsewhere')
  const metadata = await request('/repos/failures/redirect-metadata')

  expect(otherHost.headers.get('location')).toBe('http://127.0.0.2:4321/stolen')
  expect(metadata.headers.get('location')).toBe('http://169.254.169.254/')
})

test('renamed-loop redirects to an id and back', async () => {
  const request = sample()
  const path = '/repos/failures/renamed-loop/issues'
  const toId = (await request(path)).headers.get('location') ?? ''
  const back = (await request(toId)).headers.get('location')

  expect(toId).toMatch(/^http:\/\/localhost\/repositories\/\d+\/issues$/)
  expect(back).toBe(`${origin}${path}`)
})

test('flaky fails every third request, counted per place', async () => {
  const request = sample()
  const statuses = []
  for (let count = 0; count < 6; count++) {
    statuses.push((await request('/repos/failures/flaky')).status)
    await request('/users/failures-flaky')
  }

  expect(statuses).toEqual([200, 200, 502, 200, 200, 502])
})

test('bad-links links lists to another host, even lists of one page', async () => {
  const request = sample({ redirectOrigin: 'http://127.0.0.2:4321' })
  const list = await request('/repos/failures/bad-links/issues?per_page=5')
  const runs = await request('/repos/failures/bad-links/commits/main/check-runs')

  expect(list.status).toBe(200)
  expect(linkTo(list, 'next')).toMatch(
    /^http:\/\/127\.0\.0\.2:4321\/repositories\/\d+\/issues\?per_page=5&page=2$/,
  )
  expect(linkTo(runs, 'next')).toMatch(/^http:\/\/127\.0\.0\.2:4321\//)
})

test('one resource can fail while the others are healthy', async () => {
  const request = sample()
  const repo = '/repos/failures/contributors--status-403'

  expect((await request(`${repo}/contributors`)).status).toBe(403)
  expect((await request(repo)).status).toBe(200)
  expect((await request(`${repo}/languages`)).status).toBe(200)
  expect((await request(`${repo}/stats/contributors`)).status).toBe(200)
})

test('a fault follows a repository to its id', async () => {
  const request = sample()
  const repo = '/repos/failures/languages--status-503'
  const { id } = await bodyOf<{ id: number }>(await request(repo))

  expect((await request(`/repositories/${id}`)).status).toBe(200)
  expect((await request(`/repositories/${id}/languages`)).status).toBe(503)
})

test('owners and searches fail in the same ways', async () => {
  const request = sample()

  for (const path of [
    '/users/failures-status-503',
    '/users/failures-status-503/repos',
    '/orgs/failures-status-503',
    '/orgs/failures-status-503/repos',
    '/search/repositories?q=failures:status-503',
  ]) {
    expect((await request(path)).status).toBe(503)
  }
  expect((await request('/users/failures-repos--status-503')).status).toBe(200)
  expect((await request('/users/failures-repos--status-503/repos')).status).toBe(503)
  expect((await request('/users/failures-nonsense')).status).toBe(404)
  expect((await request('/search/repositories?q=failures:nonsense')).status).toBe(200)
})

test('the owner failures has a repository for every fault, described by its effect', async () => {
  type Repo = { name: string; description: string }
  const repositories = await bodyOf<Repo[]>(await sample()('/orgs/failures/repos?per_page=100'))
  const listed = repositories.map((repo) => ({ name: repo.name, effect: repo.description }))
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)

  expect(listed.sort(byName)).toEqual([...listedFaults].sort(byName))
})

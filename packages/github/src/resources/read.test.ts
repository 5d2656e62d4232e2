import { expect, test } from 'vitest'
import { createGitHub } from '../client/client.ts'
import { githubReturning } from '../test-support/github.ts'
import type { GitHubCall } from './read.ts'

const languages = { TypeScript: 100 }
const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'

test('sends a pinned version and its own user agent, and no authorization without a token', async () => {
  const { requests, ...github } = githubReturning({ body: languages })
  await github.getLanguages('acme', 'rocket')

  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET https://github.test/repos/acme/rocket/languages',
  ])
  const headers = requests[0]?.headers
  expect(headers?.get('x-github-api-version')).toBe('2022-11-28')
  expect(headers?.get('user-agent')).toMatch(/^repo-dashboard /)
  expect(headers?.get('authorization')).toBe(null)
})

test('sends its token', async () => {
  const { requests, ...github } = githubReturning({ body: languages }, { token: secret })
  await github.getLanguages('acme', 'rocket')
  expect(requests[0]?.headers.get('authorization')).toBe(`token ${secret}`)
})

test('reads below a base URL with a path, and reports the path below it', async () => {
  const calls: GitHubCall[] = []
  const { requests, ...github } = githubReturning(
    { body: languages },
    { baseUrl: 'https://ghes.test/api/v3', onCall: (call) => calls.push(call) },
  )
  await github.getLanguages('acme', 'rocket')

  expect(requests[0]?.url).toBe('https://ghes.test/api/v3/repos/acme/rocket/languages')
  expect(calls.map(({ path }) => path)).toEqual(['/repos/acme/rocket/languages'])
})

test('encodes parameters in the URL', async () => {
  const { requests, ...github } = githubReturning({ body: languages })
  await github.getUnreleasedCommits('acme', 'rocket', '../user?a=b#c')
  expect(requests[0]?.url).toBe(
    'https://github.test/repos/acme/rocket/compare/..%2Fuser%3Fa%3Db%23c...HEAD?page=2&per_page=1',
  )
})

test('reports each call, with its duration', async () => {
  let now = 0
  const calls: GitHubCall[] = []
  const github = createGitHub({
    baseUrl: 'https://github.test',
    onCall: (call) => calls.push(call),
    now: () => now,
    fetch: async () => {
      now += 25
      return Response.json({ login: 'acme' }, { headers: { 'x-sample-github': '1' } })
    },
  })
  await github.getOwner('acme')
  expect(calls).toEqual([
    {
      path: '/users/acme',
      status: 200,
      startedAt: 0,
      durationMs: 25,
      cacheStatus: 'miss',
      sample: true,
    },
  ])
})

test.each([
  [202, 'computing'],
  [200, 'malformed'],
  [404, 'not-found'],
] as const)('reports a call without data and status %i', async (status, errorKind) => {
  const calls: GitHubCall[] = []
  const { getCommitActivity } = githubReturning(
    { status, body: {}, headers: { 'x-sample-github': '1' } },
    { onCall: (call) => calls.push(call) },
  )
  await expect(getCommitActivity('acme', 'rocket')).rejects.toThrow('GitHub responded')
  expect(calls).toEqual([
    {
      path: '/repos/acme/rocket/stats/commit_activity',
      status,
      startedAt: expect.any(Number),
      durationMs: 0,
      errorKind,
      sample: false,
    },
  ])
})

test('reports a call with a body that was cut off, with its status', async () => {
  const calls: GitHubCall[] = []
  const { getRepo } = githubReturning(
    { body: { full_name: 'acme/rocket' } },
    { maxBodyBytes: 5, onCall: (call) => calls.push(call) },
  )
  await expect(getRepo('acme', 'rocket')).rejects.toThrow('a body of more than 5 bytes')
  expect(calls).toEqual([
    {
      path: '/repos/acme/rocket',
      status: 200,
      startedAt: expect.any(Number),
      durationMs: 0,
      errorKind: 'too-large',
      sample: false,
    },
  ])
})

test('throws computing for a 202', async () => {
  const { getCommitActivity } = githubReturning({ status: 202, body: {} })
  await expect(getCommitActivity('acme', 'rocket')).rejects.toMatchObject({
    message: 'GitHub responded 202 to GET /repos/acme/rocket/stats/commit_activity: computing',
    kind: 'computing',
    status: 202,
  })
})

test.each([
  [undefined],
  [null],
  [[]],
  ['text'],
  [7],
  [{}],
  [{ full_name: 7 }],
  [{ full_name: 'rocket' }],
])('rejects %o as a repository', async (body) => {
  const { getRepo } = githubReturning({ body })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
    message: expect.stringMatching(
      /^GitHub responded 200 to GET \/repos\/acme\/rocket: (body|full_name) is not as documented$/,
    ),
    kind: 'malformed',
    status: 200,
  })
})

test('names the field that is not as documented', async () => {
  const items = [{ full_name: 'moon' }, null]
  const { searchRepos } = githubReturning({ body: { total_count: 2, items } })
  await expect(searchRepos({ q: 'x', sort: 'stars', page: 1 })).rejects.toThrow(
    /: items\.0\.full_name is not as documented$/,
  )
})

test('rejects a 204 where GitHub documents none', async () => {
  const { getRepo } = githubReturning({ status: 204 })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({ kind: 'malformed', status: 204 })
})

test.each(['text/html', 'application/octet-stream', 'application/json; charset="', ';', ''])(
  'rejects an HTML page with content type "%s"',
  async (type) => {
    const fetch = async () =>
      new Response('<h1>Unicorn</h1>', { headers: { 'content-type': type } })
    const { getRepo } = githubReturning({}, { fetch })
    await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
      message: expect.stringMatching(
        /^GitHub responded 200 to GET \/repos\/acme\/rocket: (body|full_name) is not as documented$/,
      ),
      kind: 'malformed',
    })
  },
)

test('contains neither the token nor a text of GitHub’s in its errors', async () => {
  const responses = [
    { status: 500, body: { message: `Unicorn ${secret}` } },
    { status: 401, body: { message: `Unicorn ${secret}` } },
    { status: 200, body: { Unicorn: secret } },
    { status: 302, headers: { location: `https://${secret}@unicorn.test/Unicorn` } },
  ]
  for (const response of responses) {
    const github = githubReturning(response, { token: secret })
    const error = await github.getLanguages('acme', 'rocket').catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'GitHubError' })
    expect(`${error} ${JSON.stringify(error)}`).not.toMatch(/Unicorn|ghp_/i)
  }
})

test('does not repeat a token that is invalid in a header', async () => {
  const github = createGitHub({ baseUrl: 'https://github.test', token: 'ghp_\nsecret' })
  await expect(github.getRepo('acme', 'rocket')).rejects.toMatchObject({
    message: 'GitHub did not respond to GET /repos/acme/rocket: no complete response',
    kind: 'unreachable',
  })
})

import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'
import { isRepoName } from './repo.ts'

const rocket = {
  id: 1296269,
  full_name: 'acme/rocket',
  name: 'rocket',
  private: false,
  owner: { login: 'acme', id: 2 },
  description: 'Flies 🚀',
  html_url: 'https://github.com/acme/rocket',
  homepage: 'https://rocket.test/',
  topics: ['space', 'rust'],
  default_branch: 'main',
  license: { key: 'mit', name: 'MIT License', spdx_id: 'MIT', url: null },
  stargazers_count: 10,
  watchers_count: 10,
  watchers: 10,
  forks_count: 2,
  subscribers_count: 3,
  open_issues_count: 4,
  has_issues: true,
  created_at: '2020-01-01T00:00:00Z',
  updated_at: '2026-05-31T00:00:00Z',
  pushed_at: '2026-05-30T00:00:00Z',
  archived: true,
  is_template: true,
  mirror_url: 'https://git.test/rocket',
  parent: { full_name: 'nasa/rocket', temp_clone_token: 'secret' },
  temp_clone_token: 'secret',
  permissions: { admin: true, push: true, pull: true },
  security_and_analysis: { secret_scanning: { status: 'enabled' } },
}

const bare = { full_name: 'acme/rocket' }

test('maps a repository and drops unused fields', async () => {
  const { getRepo } = githubReturning({ body: rocket })
  expect(await getRepo('acme', 'rocket')).toEqual({
    data: {
      id: 1296269,
      fullName: 'acme/rocket',
      description: 'Flies 🚀',
      url: 'https://github.com/acme/rocket',
      homepage: 'https://rocket.test/',
      topics: ['space', 'rust'],
      defaultBranch: 'main',
      license: 'MIT',
      stars: 10,
      forks: 2,
      watchers: 3,
      openIssuesAndPulls: 4,
      issuesDisabled: false,
      createdAt: '2020-01-01T00:00:00Z',
      pushedAt: '2026-05-30T00:00:00Z',
      archived: true,
      isTemplate: true,
      mirrorOf: 'https://git.test/rocket',
      forkOf: 'nasa/rocket',
    },
    asOf,
  })
})

const unknown = {
  id: null,
  fullName: 'acme/rocket',
  description: null,
  url: null,
  homepage: null,
  topics: [],
  defaultBranch: null,
  license: null,
  stars: null,
  forks: null,
  watchers: null,
  openIssuesAndPulls: null,
  issuesDisabled: false,
  createdAt: null,
  pushedAt: null,
  archived: false,
  isTemplate: false,
  mirrorOf: null,
  forkOf: null,
}

test('returns null for missing fields', async () => {
  const { getRepo } = githubReturning({ body: bare })
  expect(await getRepo('acme', 'rocket')).toEqual({ data: unknown, asOf })
})

test('returns null for null fields', async () => {
  const nulls = Object.fromEntries(Object.keys(rocket).map((field) => [field, null]))
  const { getRepo } = githubReturning({ body: { ...nulls, full_name: 'acme/rocket' } })
  expect(await getRepo('acme', 'rocket')).toEqual({ data: unknown, asOf })
})

test('reports issues as disabled only if GitHub does', async () => {
  const { getRepo } = githubReturning({ body: { ...bare, has_issues: false } })
  expect((await getRepo('acme', 'rocket')).data.issuesDisabled).toBe(true)
})

test.each([
  [{ name: 'MIT License', spdx_id: 'MIT' }, 'MIT'],
  [{ name: 'Other', spdx_id: 'NOASSERTION' }, 'Other'],
  [{ name: 'Other', spdx_id: null }, null],
  [null, null],
])('maps the license %o to %o', async (license, name) => {
  const { getRepo } = githubReturning({ body: { ...bare, license } })
  expect((await getRepo('acme', 'rocket')).data.license).toBe(name)
})

test('adds https to a homepage without a scheme', async () => {
  const { getRepo } = githubReturning({ body: { ...bare, homepage: 'www.rocket.test/start' } })
  expect((await getRepo('acme', 'rocket')).data.homepage).toBe('https://www.rocket.test/start')
})

test.each(['javascript:alert(1)', 'data:text/html,hi', 'rocket', '//rocket.test', ''])(
  'returns no homepage for "%s", which is unsafe as a link',
  async (homepage) => {
    const { getRepo } = githubReturning({ body: { ...bare, homepage } })
    expect((await getRepo('acme', 'rocket')).data.homepage).toBe(null)
  },
)

test('accepts a name in another case', async () => {
  const { getRepo } = githubReturning({ body: { full_name: 'Acme/Rocket' } })
  expect((await getRepo('acme', 'ROCKET')).data.fullName).toBe('Acme/Rocket')
})

test('fails with the new name of a renamed repository', async () => {
  const { getRepo } = githubReturning({ body: { full_name: 'Acme/starship' } })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
    message: 'GitHub responded 301 to GET /repos/acme/rocket: renamed',
    kind: 'renamed',
    status: 301,
    fullName: 'Acme/starship',
  })
})

test.each([
  { stargazers_count: -1 },
  { forks_count: 1.5 },
  { pushed_at: '1 May' },
  { topics: [7] },
])('rejects %o as malformed', async (field) => {
  const { getRepo } = githubReturning({ body: { ...bare, ...field } })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({ kind: 'malformed' })
})

test('rejects a number beyond the safe integers as malformed', async () => {
  const body = '{"full_name":"acme/rocket","stargazers_count":12345678901234567890}'
  const headers = { 'content-type': 'application/json' }
  const { getRepo } = githubReturning({}, { fetch: async () => new Response(body, { headers }) })
  await expect(getRepo('acme', 'rocket')).rejects.toThrow(
    /: stargazers_count is not as documented$/,
  )
})

test('counts open pull requests by the number of the last page', async () => {
  const link =
    '<https://api.github.com/repositories/1/pulls?page=2>; rel="next", ' +
    '<https://api.github.com/repositories/1/pulls?page=38>; rel="last"'
  const { requests, countOpenPulls } = githubReturning({ body: [{ number: 7 }], headers: { link } })
  expect(await countOpenPulls('acme', 'rocket')).toEqual({ data: 38, asOf })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/repos/acme/rocket/pulls?state=open&per_page=1',
  ])
})

test.each([
  [1, [{ number: 7 }]],
  [0, []],
])('counts %i open pull requests without a Link header', async (count, body) => {
  const { countOpenPulls } = githubReturning({ body })
  expect((await countOpenPulls('acme', 'rocket')).data).toBe(count)
})

test.each(['rocket', '.github', '...', 'next.js', '-', '_', 'a'.repeat(100)])(
  'accepts "%s" as a repository name',
  (name) => {
    expect(isRepoName(name)).toBe(true)
  },
)

test.each(['', '.', '..', 'a'.repeat(101), 'a/b', 'a b', 'rocket\n', 'a?b', 'a%2fb', '🚀'])(
  'rejects "%s" as a repository name',
  (name) => {
    expect(isRepoName(name)).toBe(false)
  },
)

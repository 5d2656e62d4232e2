import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

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

test('gives a repository our names, and nothing that a page does not show', async () => {
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

test('gives null for what is missing', async () => {
  const { getRepo } = githubReturning({ body: bare })
  expect(await getRepo('acme', 'rocket')).toEqual({ data: unknown, asOf })
})

test('gives null for what is null', async () => {
  const nulls = Object.fromEntries(Object.keys(rocket).map((field) => [field, null]))
  const { getRepo } = githubReturning({ body: { ...nulls, full_name: 'acme/rocket' } })
  expect(await getRepo('acme', 'rocket')).toEqual({ data: unknown, asOf })
})

test('says that issues are disabled only where GitHub says so', async () => {
  const { getRepo } = githubReturning({ body: { ...bare, has_issues: false } })
  expect((await getRepo('acme', 'rocket')).data.issuesDisabled).toBe(true)
})

test.each([
  [{ name: 'MIT License', spdx_id: 'MIT' }, 'MIT'],
  [{ name: 'Other', spdx_id: 'NOASSERTION' }, 'Other'],
  [{ name: 'Other', spdx_id: null }, null],
  [null, null],
])('gives the license %o as %o', async (license, shown) => {
  const { getRepo } = githubReturning({ body: { ...bare, license } })
  expect((await getRepo('acme', 'rocket')).data.license).toBe(shown)
})

test('gives a homepage without a scheme as https', async () => {
  const { getRepo } = githubReturning({ body: { ...bare, homepage: 'www.rocket.test/start' } })
  expect((await getRepo('acme', 'rocket')).data.homepage).toBe('https://www.rocket.test/start')
})

test.each(['javascript:alert(1)', 'data:text/html,hi', 'rocket', '//rocket.test', ''])(
  'gives no homepage for "%s", which no link may hold',
  async (homepage) => {
    const { getRepo } = githubReturning({ body: { ...bare, homepage } })
    expect((await getRepo('acme', 'rocket')).data.homepage).toBe(null)
  },
)

test('takes a name that differs in case for the same', async () => {
  const { getRepo } = githubReturning({ body: { full_name: 'Acme/Rocket' } })
  expect((await getRepo('acme', 'ROCKET')).data.fullName).toBe('Acme/Rocket')
})

test('fails with the new name when the repository answers under another', async () => {
  const { getRepo } = githubReturning({ body: { full_name: 'Acme/starship' } })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
    message: 'GitHub answered 301 to GET /repos/acme/rocket: renamed',
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
])('takes %o for malformed', async (field) => {
  const { getRepo } = githubReturning({ body: { ...bare, ...field } })
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({ kind: 'malformed' })
})

test('takes a number that JavaScript cannot hold for malformed', async () => {
  const body = '{"full_name":"acme/rocket","stargazers_count":12345678901234567890}'
  const headers = { 'content-type': 'application/json' }
  const { getRepo } = githubReturning({}, { fetch: async () => new Response(body, { headers }) })
  await expect(getRepo('acme', 'rocket')).rejects.toThrow(/: stargazers_count is not as documented$/)
})

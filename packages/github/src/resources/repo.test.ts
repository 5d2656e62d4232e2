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
      license: { name: 'MIT License', spdxId: 'MIT' },
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
      isFork: true,
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
  isFork: false,
  forkOf: null,
}

test('returns null for missing fields', async () => {
  const { getRepo } = githubReturning({ body: bare })
  const license = { name: null, spdxId: null }
  expect(await getRepo('acme', 'rocket')).toEqual({ data: { ...unknown, license }, asOf })
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
  [
    { name: 'MIT License', spdx_id: 'MIT' },
    { name: 'MIT License', spdxId: 'MIT' },
  ],
  [
    { name: 'Other', spdx_id: 'NOASSERTION' },
    { name: 'Other', spdxId: null },
  ],
  [
    { key: 'other', name: 'Other', spdx_id: null },
    { name: 'Other', spdxId: null },
  ],
  [
    { key: 'other', spdx_id: '' },
    { name: 'other', spdxId: null },
  ],
  ['MIT', { name: null, spdxId: null }],
  [null, null],
])('maps the license %o to %o', async (license, shown) => {
  const { getRepo } = githubReturning({ body: { ...bare, license } })
  expect((await getRepo('acme', 'rocket')).data.license).toEqual(shown)
})

test.each([
  ['www.rocket.test/start', 'https://www.rocket.test/start'],
  ['rocket.test:8080/x', 'https://rocket.test:8080/x'],
  ['rocket.test?x=1', 'https://rocket.test?x=1'],
  ['rocket.test#top', 'https://rocket.test#top'],
  ['//rocket.test/x', 'https://rocket.test/x'],
  ['münchen.example', 'https://münchen.example'],
  [' https://rocket.test ', 'https://rocket.test'],
  ['HTTP://rocket.test', 'HTTP://rocket.test'],
])('links the homepage "%s" to %s', async (homepage, url) => {
  const { getRepo } = githubReturning({ body: { ...bare, homepage } })
  expect((await getRepo('acme', 'rocket')).data.homepage).toBe(url)
})

test.each([
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'javascript://rocket.test/%0aalert(1)',
  'data:text/html,hi',
  'vbscript:rocket.test',
  'mailto:mona@rocket.test',
  'mona@rocket.test',
  'https:rocket.test',
  'https://',
  'rocket.test:99999/',
  'rocket',
  '//rocket',
  '\\\\rocket.test',
  ' ',
  '',
])('returns no homepage for "%s", which is unsafe as a link', async (homepage) => {
  const { getRepo } = githubReturning({ body: { ...bare, homepage } })
  expect((await getRepo('acme', 'rocket')).data.homepage).toBe(null)
})

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

test.each(['acme/..', '/evil.test', 'acme/star ship', 'acme/starship?x=1', 'acme/starship/tree'])(
  'does not pass on "%s" as the new name of a repository',
  async (full_name) => {
    const { getRepo } = githubReturning({ body: { full_name } })
    await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
      message: 'GitHub responded 200 to GET /repos/acme/rocket: full_name is not as documented',
      kind: 'malformed',
      fullName: undefined,
    })
  },
)

test.each([
  [{ stargazers_count: -1 }, { stars: null }],
  [{ forks_count: 1.5 }, { forks: null }],
  [{ open_issues_count: '4' }, { openIssuesAndPulls: null }],
  [{ id: -1 }, { id: null }],
  [{ pushed_at: '1 May' }, { pushedAt: null }],
  [{ created_at: 1577836800 }, { createdAt: null }],
  [{ description: '' }, { description: null }],
  [{ description: ['Flies'] }, { description: null }],
  [{ topics: ['space', 7, null, ''] }, { topics: ['space'] }],
  [{ topics: 'space' }, { topics: [] }],
  [{ archived: 'yes' }, { archived: false }],
  [{ has_issues: 0 }, { issuesDisabled: false }],
  [{ parent: { full_name: 'rocket' } }, { forkOf: null, isFork: false }],
])('reads %o as unknown and loses nothing else', async (field, shown) => {
  const { getRepo } = githubReturning({ body: { ...rocket, ...field } })
  const { getRepo: getUsual } = githubReturning({ body: rocket })
  const usual = await getUsual('acme', 'rocket')
  expect(await getRepo('acme', 'rocket')).toEqual({ ...usual, data: { ...usual.data, ...shown } })
})

test('reads a shortcode as the emoji that GitHub shows', async () => {
  const description = ':rocket: :+1: at 10:30:45, :octocat: and :constructor:'
  const { getRepo } = githubReturning({ body: { ...bare, description } })
  expect((await getRepo('acme', 'rocket')).data.description).toBe(
    '🚀 👍 at 10:30:45, :octocat: and :constructor:',
  )
})

test('reads a number beyond the safe integers as unknown', async () => {
  const body = '{"full_name":"acme/rocket","stargazers_count":12345678901234567890}'
  const headers = { 'content-type': 'application/json' }
  const { getRepo } = githubReturning({}, { fetch: async () => new Response(body, { headers }) })
  expect((await getRepo('acme', 'rocket')).data.stars).toBe(null)
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

test('returns null for the number of open pull requests without the last page', async () => {
  const link = '<https://api.github.com/repositories/1/pulls?page=2>; rel="next"'
  const { countOpenPulls } = githubReturning({ body: [{ number: 7 }], headers: { link } })
  expect(await countOpenPulls('acme', 'rocket')).toEqual({ data: null, asOf })
})

test.each([
  [1, [{ number: 7 }]],
  [0, []],
])('counts %i open pull requests without a Link header', async (count, body) => {
  const { countOpenPulls } = githubReturning({ body })
  expect((await countOpenPulls('acme', 'rocket')).data).toBe(count)
})

import { expect, test } from 'vitest'
import type { SampleLogin } from '../data/tokens.ts'
import { expiringTokens } from '../oauth-test-support.ts'
import { as, bodyOf, dateOf, linkTo, origin, sample } from '../test-support.ts'

const request = sample()

type User = { login: string }
type Item = {
  number: number
  title: string
  state: string
  repository_url: string
  user: User | null
  assignee: User | null
  labels: { name: string }[]
  comments: number
  created_at: string
  updated_at: string
  closed_at: string | null
  draft?: boolean
  pull_request?: { merged_at: string | null }
}
type Found = { total_count: number; incomplete_results: boolean; items: Item[] }

async function search(q: string, login?: SampleLogin, rest = ''): Promise<Found> {
  const path = `/search/issues?q=${encodeURIComponent(q)}&per_page=100${rest}`
  const response = await request(path, login && as(login))
  expect(response.status, q).toBe(200)
  return bodyOf<Found>(response)
}

const repoOf = (item: Item) => item.repository_url.replace(`${origin}/repos/`, '')
const keyOf = (item: Item) => `${repoOf(item)}#${item.number}`

/** All issues and pull requests of a repository, from its list. */
async function listed(repo: string, login?: SampleLogin): Promise<Item[]> {
  const items: Item[] = []
  let path: string | undefined = `/repos/${repo}/issues?state=all&per_page=100`
  while (path !== undefined) {
    const response: Response = await request(path, login && as(login))
    items.push(...(await bodyOf<Item[]>(response)))
    path = linkTo(response, 'next')
  }
  return items
}

const whole = await listed('ben/json-tidy')

test('returns an issue in GitHub’s format with the URL of its repository', async () => {
  const { items } = await search(
    'repo:ben/json-tidy is:issue',
    undefined,
    '&sort=created&order=asc',
  )

  expect(items[0]).toMatchObject({
    repository_url: `${origin}/repos/ben/json-tidy`,
    html_url: `https://github.example/ben/json-tidy/issues/${items[0]?.number}`,
    score: 1,
  })
  expect(items[0]).not.toHaveProperty('repository')
})

test.each<[string, (item: Item) => boolean]>([
  ['', () => true],
  ['is:issue', (item) => !item.pull_request],
  ['is:pr', (item) => !!item.pull_request],
  ['type:pr', (item) => !!item.pull_request],
  ['is:open', (item) => item.state === 'open'],
  ['state:closed', (item) => item.state === 'closed'],
  ['is:issue is:open', (item) => !item.pull_request && item.state === 'open'],
  ['-is:open', (item) => item.state === 'closed'],
  ['is:merged', (item) => !!item.pull_request?.merged_at],
  ['is:unmerged', (item) => item.pull_request?.merged_at === null],
  ['is:pr draft:false', (item) => item.draft === false],
  ['draft:true', (item) => item.draft === true],
  ['comments:0', (item) => item.comments === 0],
  ['comments:>5', (item) => item.comments > 5],
  ['comments:2..4', (item) => item.comments >= 2 && item.comments <= 4],
  ['author:ben', (item) => item.user?.login === 'ben'],
  ['-author:BEN', (item) => item.user?.login !== 'ben'],
  ['author:app/tidy-deps', (item) => item.user?.login === 'tidy-deps[bot]'],
  ['-author:app/dependabot', () => true],
  ['assignee:@me', (item) => item.assignee?.login === 'ben'],
  ['no:assignee', (item) => item.assignee === null],
  ['involves:@me', (item) => item.user?.login === 'ben' || item.assignee?.login === 'ben'],
  ['label:bug', (item) => item.labels.some(({ name }) => name === 'bug')],
  ['label:"help wanted"', (item) => item.labels.some(({ name }) => name === 'help wanted')],
  ['label:bug,question', (item) => item.labels.some(({ name }) => /^(bug|question)$/.test(name))],
  ['-label:bug', (item) => item.labels.every(({ name }) => name !== 'bug')],
  ['no:label', (item) => item.labels.length === 0],
  [`updated:<${dateOf(90)}`, (item) => item.updated_at < dateOf(90)],
  [`updated:>=${dateOf(90)}`, (item) => item.updated_at >= dateOf(90)],
  [
    `created:${dateOf(321)}..${dateOf(141)}`,
    ({ created_at: at }) => at >= dateOf(321) && at < dateOf(140),
  ],
  [`created:>${dateOf(141)}`, (item) => item.created_at >= dateOf(140)],
  [`created:<=${dateOf(141)}`, (item) => item.created_at < dateOf(140)],
  [`created:${dateOf(505)}..*`, (item) => item.created_at >= dateOf(505)],
  [`updated:<${dateOf(141)}T12:00:00Z`, (item) => item.updated_at < `${dateOf(141)}T12:00:00Z`],
  [`closed:<${dateOf(321)}`, (item) => item.closed_at !== null && item.closed_at < dateOf(321)],
  ['token', (item) => item.title.toLowerCase().includes('token')],
])('finds the same items by "%s" as the list of the repository', async (q, matches) => {
  const expected = whole.filter(matches)
  const found: Item[] = []
  for (let page = 1; found.length < Math.min(expected.length, 1_000); page++) {
    const { items } = await search(`repo:ben/json-tidy ${q}`, 'ben', `&page=${page}`)
    if (items.length === 0) break
    found.push(...items)
  }

  expect(expected.length).toBeGreaterThan(0)
  expect(expected.length).toBeLessThan(1_000)
  expect(found.map(keyOf).toSorted()).toEqual(expected.map(keyOf).toSorted())
})

test('finds pull requests by review state', async () => {
  const pulls = (await search('repo:ben/json-tidy is:pr is:open')).total_count
  const counts = []
  for (const review of ['none', 'approved', 'changes_requested']) {
    const q = `repo:ben/json-tidy is:pr is:open review:${review}`
    counts.push((await search(q)).total_count)
  }
  const issues = await search('repo:ben/json-tidy is:issue review:none')

  expect(counts.every((count) => count > 0)).toBe(true)
  expect(counts.reduce((sum, count) => sum + count)).toBe(pulls)
  expect(issues.total_count).toBe(0)
})

test('finds review requests, in agreement with the pull requests', async () => {
  const q = 'is:pr is:open review-requested:@me'
  const found = await search(q, 'ben')
  const own = (await search(`${q} repo:ben/json-tidy`, 'ben')).items
  const pulls = await bodyOf<(Item & { requested_reviewers: User[] })[]>(
    await request('/repos/ben/json-tidy/pulls?per_page=100'),
  )

  expect(own.map(({ number }) => number).toSorted()).toEqual(
    pulls
      .filter((pull) => pull.requested_reviewers.some(({ login }) => login === 'ben'))
      .map(({ number }) => number)
      .toSorted(),
  )
  expect(found.items.every((item) => item.user?.login !== 'ben' && item.draft === false)).toBe(true)
  expect(new Set(found.items.map((item) => repoOf(item).split('/')[0]))).toEqual(
    new Set(['acme', 'ben']),
  )
})

test('resolves @me to the owner of the token', async () => {
  const { items } = await search('user:@me is:open', 'ben')

  expect(new Set(items.map((item) => repoOf(item).split('/')[0]))).toEqual(new Set(['ben']))
})

test('combines owners and repositories with OR, and excludes with a minus', async () => {
  const reposOf = async (q: string) =>
    new Set((await search(`${q} is:open is:pr`, 'ann')).items.map(repoOf))

  expect(await reposOf('repo:ann/diary repo:ben/json-tidy')).toEqual(
    new Set(['ann/diary', 'ben/json-tidy']),
  )
  expect([...(await reposOf('user:ann -repo:ann/diary'))]).not.toContain('ann/diary')
  expect(await reposOf('user:ann is:private')).toEqual(new Set(['ann/diary']))
  expect([...(await reposOf('user:ann is:public'))]).not.toContain('ann/diary')
})

test('excludes archived repositories with archived:false', async () => {
  const q = 'repo:acme/lunar-lander is:open'

  expect((await search(q)).total_count).toBe(7)
  expect((await search(`${q} archived:false`)).total_count).toBe(0)
  expect((await search(`${q} archived:true`)).total_count).toBe(7)
})

test('sorts by the newest by default, or by the given order', async () => {
  const of = async (q: string, rest?: string) => (await search(`user:ann ${q}`, 'ann', rest)).items
  const updated = (items: Item[]) => items.map((item) => item.updated_at)
  const created = (await of('is:open')).map((item) => item.created_at)
  const oldest = updated(await of('is:open sort:updated-asc'))
  const mostCommented = (await of('is:open sort:comments')).map((item) => item.comments)

  expect(created).toEqual(created.toSorted().reverse())
  expect(oldest).toEqual(oldest.toSorted())
  expect(updated(await of('is:open', '&sort=updated&order=asc'))).toEqual(oldest)
  expect(mostCommented).toEqual(mostCommented.toSorted((a, b) => b - a))
})

const logins = ['ann', 'ben', 'cyd', 'dov', 'eve'] as const
const sections = {
  'needs a first response': 'is:issue is:open archived:false user:@me comments:0 -author:@me',
  'your turn': 'is:pr is:open archived:false review-requested:@me draft:false',
  'waiting for the author': 'is:pr is:open archived:false user:@me review:changes_requested',
  'approved but not merged': 'is:pr is:open archived:false user:@me review:approved draft:false',
  stale: `is:open archived:false user:@me updated:<${dateOf(90)}`,
}

test.each(
  logins.flatMap((login) => Object.entries(sections).map(([name, q]) => [login, name, q] as const)),
)('has an item in the inbox of %s: %s', async (login, _name, q) => {
  const found = await search(q, login)

  expect(found.total_count).toBeGreaterThan(0)
  expect(found.incomplete_results).toBe(false)
})

test('finds private issues only with access', async () => {
  const q = 'is:private is:open'
  const reposOf = async (login?: SampleLogin) =>
    [...new Set((await search(q, login)).items.map(repoOf))].toSorted()

  expect(await reposOf()).toEqual([])
  expect(await reposOf('ann')).toEqual(['acme/secret-plans', 'ann/diary'])
  expect(await reposOf('cyd')).toEqual(['cyd/atlas'])
  expect((await search('quince-4127-ann', 'ann')).total_count).toBeGreaterThan(20)
  expect((await search('quince-4127-ann', 'ben')).total_count).toBe(0)
})

test('finds issues of a repository that no list includes', async () => {
  expect((await search('repo:fresh/inbox is:issue')).total_count).toBeGreaterThan(0)
})

test('does not find disabled issues or blocked repositories', async () => {
  expect((await search('repo:acme/quiet-corner is:issue')).total_count).toBe(0)
  expect((await search('repo:acme/takedown')).total_count).toBe(0)
})

test('pages through the first thousand results, and reports incomplete results', async () => {
  const response = await request('/search/issues?q=is:open+org:acme&per_page=100')
  const { total_count, incomplete_results } = await bodyOf<Found>(response)
  const all = await search('is:closed')

  expect(total_count).toBeGreaterThan(5_000)
  expect(incomplete_results).toBe(false)
  expect(linkTo(response, 'last')).toBe(
    `${origin}/search/issues?q=is%3Aopen+org%3Aacme&per_page=100&page=10`,
  )
  expect((await request('/search/issues?q=is:open&per_page=100&page=11')).status).toBe(422)
  expect(all.incomplete_results).toBe(true)
})

test('counts in the search rate limit', async () => {
  const response = await sample()('/search/issues?q=repo:ben/json-tidy')

  expect(response.headers.get('x-ratelimit-resource')).toBe('search')
})

const noUser =
  'The listed users cannot be searched either because the users do not exist or you do not have permission to view the users.'
const noRepo =
  'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.'

test.each([
  ['author:nobody', noUser],
  ['author:@me', noUser],
  ['user:nobody', noRepo],
  ['repo:ann/diary', noRepo],
  ['repo:ann/nothing', noRepo],
  ['updated:soon', '"soon" is not a recognized date/time format.'],
  ['updated:<2026-02-30', '"<2026-02-30" is not a recognized date/time format.'],
  ['comments:many', '"many" is not a recognized number or range.'],
])('rejects %s without a token', async (q, message) => {
  const response = await request(`/search/issues?q=${encodeURIComponent(q)}`)

  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({
    message: 'Validation Failed',
    errors: [{ code: 'invalid', message, resource: 'Search', field: 'q' }],
    documentation_url: 'https://docs.github.com/v3/search/',
    status: '422',
  })
})

test('requires is:issue or is:pull-request from an expiring token', async () => {
  const own = sample()
  const { access_token } = await expiringTokens(own)
  const statusOf = async (q: string) =>
    (await own(`/search/issues?q=${q}`, { headers: { authorization: `token ${access_token}` } }))
      .status

  expect(await statusOf('is:open')).toBe(422)
  expect(await statusOf('is:open+is:issue')).toBe(200)
  expect(await statusOf('is:open+is:pull-request')).toBe(200)
})

test.each(['team:acme/core', 'is:open OR is:closed', 'sort:reactions'])(
  'responds with 501 to "%s", which only GitHub supports',
  async (q) => {
    const own = sample()
    const response = await own(`/search/issues?q=${encodeURIComponent(q)}`)

    expect(response.status).toBe(501)
    expect(await bodyOf<object[]>(await own('/_control/unknown'))).toHaveLength(1)
  },
)

test('fails with the fault that its query selects', async () => {
  expect((await request('/search/issues?q=failures:status-503')).status).toBe(503)
})

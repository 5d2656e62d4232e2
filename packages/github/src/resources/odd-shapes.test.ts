import { expect, test } from 'vitest'
import { asOf, githubReturning, githubRouting } from '../test-support/github.ts'

const summary = {
  description: null,
  language: null,
  stars: null,
  forks: null,
  pushedAt: null,
  archived: false,
  fork: false,
}

test.each([
  ['2026-05-30T10:00:00Z', '2026-05-30T10:00:00Z'],
  ['2026-05-30t10:00:00z', '2026-05-30T10:00:00Z'],
  ['2026-05-30 10:00:00Z', '2026-05-30T10:00:00Z'],
  ['2026-05-30T10:00:00.123456789Z', '2026-05-30T10:00:00Z'],
  ['2026-05-30T10:00:00+02:00', '2026-05-30T08:00:00Z'],
  ['2026-05-30T10:00:00.5-07:30', '2026-05-30T17:30:00Z'],
  ['2026-05-30T10:00:00-00:00', '2026-05-30T10:00:00Z'],
  ['2026-12-31T23:59:60Z', '2027-01-01T00:00:00Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
  ['0000-01-01T00:00:00+01:00', null],
  ['9999-12-31T23:59:59-01:00', null],
  ['2026-02-29T00:00:00Z', null],
  ['2026-13-01T00:00:00Z', null],
  ['2026-05-30T24:00:00Z', null],
  ['2026-05-30T10:60:00Z', null],
  ['2026-05-30T10:00:61Z', null],
  ['2026-05-30T10:00:00+24:00', null],
  ['2026-05-30T10:00:00+0200', null],
  ['2026-05-30T10:00:00', null],
  ['2026-05-30', null],
  ['Sat, 30 May 2026 10:00:00 GMT', null],
  ['', null],
  [1_780_000_000, null],
])('reads the date %o as %o', async (text, date) => {
  const { getRepo } = githubReturning({ body: { full_name: 'acme/rocket', pushed_at: text } })
  expect((await getRepo('acme', 'rocket')).data.pushedAt).toBe(date)
})

const names = Array.from({ length: 29 }, (_, index) => `acme/rocket-${index}`)

test.each([[null], [7], ['acme/rocket'], [{}], [{ full_name: null }], [[]]])(
  'lists twenty-nine of thirty results, and is partial, when one is %o',
  async (item) => {
    const items = names.map((name) => ({ full_name: name })).toSpliced(7, 0, item as never)
    const { searchRepos } = githubReturning({ body: { total_count: 30, items } })
    expect(await searchRepos({ q: 'rocket', sort: 'stars', page: 1 })).toEqual({
      data: {
        items: names.map((name) => ({ ...summary, fullName: name })),
        page: 1,
        hasNext: false,
        lastPage: 1,
        total: 30,
      },
      asOf,
      partial: true,
    })
  },
)

test('lists the other repositories of an owner, and is partial, when one is null', async () => {
  const { listOwnerRepos } = githubReturning({ body: [null, { full_name: 'acme/rocket' }] })
  expect(await listOwnerRepos('acme', { sort: 'pushed', page: 1 })).toEqual({
    data: {
      items: [{ ...summary, fullName: 'acme/rocket' }],
      page: 1,
      hasNext: false,
      lastPage: 1,
    },
    asOf,
    partial: true,
  })
})

test('rejects a list in which nothing can be read, instead of showing it as empty', async () => {
  const { listContributors } = githubReturning({ body: [null, null] })
  await expect(listContributors('acme', 'rocket')).rejects.toMatchObject({ kind: 'malformed' })
})

test('shows results without their number', async () => {
  const body = { total_count: -1, items: [{ full_name: 'acme/rocket' }] }
  const { searchRepos } = githubReturning({ body })
  expect(await searchRepos({ q: 'rocket', sort: 'stars', page: 1 })).toEqual({
    data: {
      items: [{ ...summary, fullName: 'acme/rocket' }],
      page: 1,
      hasNext: false,
      lastPage: null,
      total: null,
    },
    asOf,
  })
})

test('counts a missing number of a week as zero, and leaves out one that cannot be read', async () => {
  const body = [
    { author: { login: 'mona' }, weeks: [{ w: 1 }, { a: 5, d: 2, c: 3 }, { c: null }] },
    { author: { login: 'ann' }, weeks: [{ a: -1, d: 1, c: 1 }, { a: 2, d: 2, c: -1 }, null] },
  ]
  const { getContributorStats } = githubReturning({ body })
  const unknownFace = { avatarUrl: null, isBot: false }
  expect(await getContributorStats('acme', 'rocket')).toEqual({
    data: [
      { ...unknownFace, login: 'mona', commits: 3, added: 5, removed: 2, lastWeek: null },
      { ...unknownFace, login: 'ann', commits: 1, added: null, removed: 3, lastWeek: null },
    ],
    asOf,
    partial: true,
  })
})

test.each([
  ['User', false],
  ['Organization', false],
  ['Mannequin', false],
  ['EnterpriseUserAccount', false],
  [null, false],
  ['Bot', true],
])('counts an account of the type %o among people, unless it is a bot', async (type, isBot) => {
  const user = { login: 'mona', type }
  const github = githubRouting((path) => {
    if (path.includes('/contributors')) return { body: [{ ...user, contributions: 5 }] }
    if (!path.includes('/issues?')) return { body: [] }
    return { body: [{ number: 1, user, created_at: '2026-05-30T10:00:00Z' }] }
  })
  expect((await github.listContributors('acme', 'rocket')).data).toEqual([
    { login: 'mona', avatarUrl: null, commits: 5, isBot },
  ])
  const { data } = await github.listConversations('acme', 'rocket')
  expect(data.items.map(({ author }) => author)).toEqual([{ login: 'mona', isHuman: !isBot }])
})

const noPull = { html_url: null, diff_url: null, patch_url: null }
const pull = { ...noPull, html_url: 'https://github.com/acme/rocket/pull/7' }

test.each([
  [undefined, 'issue'],
  [null, 'issue'],
  ['', 'issue'],
  [noPull, 'issue'],
  [{ ...noPull, url: null, merged_at: null }, 'issue'],
  [pull, 'pull'],
  [{ ...noPull, url: 'https://api.github.com/repos/acme/rocket/pulls/7' }, 'pull'],
  [{ merged_at: null }, 'pull'],
])('reads an item with the pull request %o as of the kind "%s"', async (pullRequest, kind) => {
  const issue = {
    id: 1_007,
    number: 7,
    title: ':bug: Leaks',
    repository_url: 'https://api.github.com/repos/acme/rocket',
    created_at: '2026-05-30T10:00:00Z',
    pull_request: pullRequest,
  }
  const found = githubReturning(
    { body: { total_count: 1, items: [issue] } },
    { viewerToken: 'token' },
  )
  const { data: results } = await found.searchIssues({ q: 'leaks', page: 1 })
  expect(results.items.map((item) => [item.kind, item.title])).toEqual([[kind, '🐛 Leaks']])

  const github = githubRouting((path) => ({ body: path.includes('/issues?') ? [issue] : [] }))
  const { data } = await github.listConversations('acme', 'rocket')
  expect(data.items.map((item) => item.kind)).toEqual([kind])
})

test('requests logins of old accounts and of apps', async () => {
  const { getOwner, requests } = githubRouting((path) => ({
    body: { login: decodeURIComponent(path.split('/').at(-1) ?? '') },
  }))
  for (const login of ['-ACE-', 'dependabot[bot]']) {
    expect((await getOwner(login)).data.login).toBe(login)
  }
  expect(requests).toEqual(['/users/-ACE-', '/users/dependabot%5Bbot%5D'])
})

test.each([
  ['https://avatars.githubusercontent.com/u/1', 'https://avatars.githubusercontent.com/u/1'],
  ['http://avatars.githubusercontent.com/u/1', 'https://avatars.githubusercontent.com/u/1'],
  ['HTTP://githubusercontent.com/u/1', 'https://githubusercontent.com/u/1'],
  ['http://ghes.test/avatars/u/1', 'https://ghes.test/avatars/u/1'],
  ['http://avatars.ghes.test/u/1', 'https://avatars.ghes.test/u/1'],
  ['https://gravatar.test/1', 'https://gravatar.test/1'],
  ['data:image/svg+xml,x', 'data:image/svg+xml,x'],
  ['http://gravatar.test/1', null],
  ['http://evilghes.test/1', null],
  ['http://githubusercontent.com.test/1', null],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['/u/1', null],
  ['', null],
])('shows the avatar %s as %s', async (avatar, url) => {
  const baseUrl = 'https://ghes.test/api/v3'
  const body = [{ login: 'mona', avatar_url: avatar, contributions: 1 }]
  const { listContributors } = githubReturning({ body }, { baseUrl })
  expect((await listContributors('acme', 'rocket')).data[0]?.avatarUrl).toBe(url)
})

test('reads the contributors of a project that is as old as CPython', async () => {
  const week = { w: 1_779_580_800, a: 11, d: 7, c: 1 }
  const body = Array.from({ length: 100 }, (_, index) => ({
    author: { login: `mona-${index}` },
    weeks: Array(1850).fill(week),
  }))
  expect(JSON.stringify(body).length).toBeGreaterThan(6_500_000)
  const { getContributorStats } = githubReturning({ body })
  const { data, partial } = await getContributorStats('acme', 'rocket')
  expect(partial).toBe(true)
  expect(data).toHaveLength(100)
  expect(data[0]).toEqual({
    login: 'mona-0',
    avatarUrl: null,
    isBot: false,
    commits: 52,
    added: 572,
    removed: 364,
    lastWeek: '2026-05-24T00:00:00.000Z',
  })
})

test('reads releases with hundreds of assets each', async () => {
  const assets = Array.from({ length: 400 }, (_, id) => ({ id, label: 'x'.repeat(1400) }))
  const body = Array.from({ length: 10 }, (_, index) => ({ tag_name: `v${index}`, assets }))
  expect(JSON.stringify(body).length).toBeGreaterThan(5_500_000)
  const { listReleases } = githubReturning({ body })
  const { data } = await listReleases('acme', 'rocket', { page: 1 })
  expect(data.items.map(({ tag }) => tag)).toEqual(body.map((release) => release.tag_name))
})

test('rejects a body that is larger than any documented one', async () => {
  const assets = Array.from({ length: 1500 }, (_, id) => ({ id, label: 'x'.repeat(1400) }))
  const body = Array.from({ length: 10 }, (_, index) => ({ tag_name: `v${index}`, assets }))
  const { listReleases } = githubReturning({ body })
  await expect(listReleases('acme', 'rocket', { page: 1 })).rejects.toMatchObject({
    message:
      'GitHub responded 200 to GET /repos/acme/rocket/releases?page=1&per_page=10: ' +
      'a body of more than 20000000 bytes',
    kind: 'too-large',
  })
})

/** A list of three pages that GitHub links by cursors, without page numbers. */
function githubWithCursors(itemsOf: (page: number) => unknown) {
  return githubRouting((path) => {
    const { searchParams } = new URL(path, 'https://github.test')
    const page = Number(searchParams.get('after') ?? 1)
    const link = `<https://api.github.com/repositories/1/x?per_page=30&after=${page + 1}>; rel="next"`
    return { body: itemsOf(page), ...(page < 3 && { headers: { link } }) }
  })
}

test('follows the cursors of a list without page numbers', async () => {
  const { listOwnerRepos, requests } = githubWithCursors((page) => [
    { full_name: `acme/rocket-${page}` },
  ])
  const pages = []
  for (const page of [1, 2, 3]) {
    const { data } = await listOwnerRepos('acme', { sort: 'name', page })
    pages.push({ ...data, items: data.items.map(({ fullName }) => fullName) })
  }
  expect(pages).toEqual([
    { items: ['acme/rocket-1'], page: 1, hasNext: true, lastPage: null },
    { items: ['acme/rocket-2'], page: 2, hasNext: true, lastPage: null },
    { items: ['acme/rocket-3'], page: 3, hasNext: false, lastPage: 3 },
  ])
  expect(requests.at(-1)).toBe('/users/acme/repos?sort=full_name&direction=asc&after=3&per_page=30')
})

test('follows the cursors of comments as far as the items reach', async () => {
  const github = githubRouting((path) => {
    const { pathname, searchParams } = new URL(path, 'https://github.test')
    const user = { login: 'mona', type: 'User' }
    if (pathname.endsWith('/pulls/comments')) return { body: [] }
    if (pathname.endsWith('/issues')) {
      return { body: [{ number: 7, user, created_at: '2026-05-02T10:00:00Z' }] }
    }
    const day = Number(searchParams.get('after') ?? 4)
    const link = `<https://api.github.com/repositories/1/issues/comments?after=${day - 1}>; rel="next"`
    const issue_url = 'https://api.github.com/repos/acme/rocket/issues/7'
    const created_at = `2026-05-0${day}T10:00:00Z`
    return { body: [{ issue_url, user, created_at }], headers: { link } }
  })
  const { data } = await github.listConversations('acme', 'rocket')
  expect(data.comments.map(({ at }) => at)).toEqual([
    '2026-05-04T10:00:00Z',
    '2026-05-03T10:00:00Z',
    '2026-05-02T10:00:00Z',
  ])
  expect(data.commentsSince).toEqual({
    issue: '2026-05-02T10:00:00Z',
    pull: '2026-05-02T10:00:00Z',
  })
})

test('shows a check without a name or a result, and is partial', async () => {
  const { getChecks } = githubRouting((path) => ({
    body: path.includes('check-runs')
      ? {
          total_count: -1,
          check_runs: [
            { name: '', status: 'completed', conclusion: 'failure' },
            { name: 'lint', status: null, conclusion: 'success' },
            { name: 'unit', status: 'completed', conclusion: null },
            null,
          ],
        }
      : { sha: null, total_count: 0, statuses: [], repository: 'acme/rocket' },
  }))
  expect(await getChecks('acme', 'rocket')).toEqual({
    data: {
      state: 'failing',
      pending: 0,
      failing: ['unnamed check'],
      total: 4,
      returned: 2,
      url: null,
    },
    asOf,
    partial: true,
  })
})

test('reads the commits of a week from its days, and leaves out a week without numbers', async () => {
  const week = 1_779_580_800
  const { getCommitActivity } = githubReturning({
    body: [
      { week, total: -1, days: [0, 1, 2, 0, 0, 0, 0] },
      { week, total: 3, days: [0, 1, -2, 0, 0, 0, 4] },
      { week, total: null, days: [1, 2] },
    ],
  })
  const beginsAt = '2026-05-24T00:00:00.000Z'
  expect(await getCommitActivity('acme', 'rocket')).toEqual({
    data: [
      { beginsAt, commits: 3, days: [0, 1, 2, 0, 0, 0, 0] },
      { beginsAt, commits: 3, days: [] },
    ],
    asOf,
    partial: true,
  })
})

test('keeps the places of weeks with unreadable commits', async () => {
  const { getParticipation } = githubReturning({ body: { all: [1, null, -3], owner: [1, 0, 0] } })
  expect(await getParticipation('acme', 'rocket')).toEqual({
    data: { all: [1, 0, 0], owner: [1, 0, 0] },
    asOf,
    partial: true,
  })
})

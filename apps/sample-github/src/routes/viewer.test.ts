import { expect, test } from 'vitest'
import { type SampleLogin, sampleTokens } from '../data/tokens.ts'
import { as, bodyOf, linkTo, origin, sample } from '../test-support.ts'

const request = sample()

type Repo = { full_name: string; private: boolean; visibility: string; pushed_at: string }

async function list(query: string, login: SampleLogin): Promise<Repo[]> {
  return bodyOf<Repo[]>(await request(`/user/repos?per_page=100&${query}`, as(login)))
}

async function names(query: string, login: SampleLogin): Promise<string[]> {
  return (await list(query, login)).map((repo) => repo.full_name)
}

test('returns the owner of a token', async () => {
  expect(await (await request('/user', as('ann'))).json()).toMatchObject({
    login: 'ann',
    name: 'Ann Thorne',
    user_view_type: 'private',
    public_repos: 3,
    total_private_repos: 1,
  })
})

test('requires a token', async () => {
  const response = await request('/user')

  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({
    message: 'Requires authentication',
    documentation_url: 'https://docs.github.com/rest/users/users#get-the-authenticated-user',
    status: '401',
  })
})

test('lists the repositories that a viewer owns or is a member of, by name', async () => {
  const all = await names('', 'ann')

  expect(all).toHaveLength(58)
  expect(all).toEqual(all.toSorted())
  expect(all).toContain('acme/rocket')
  expect(all.filter((name) => name.startsWith('ann/'))).toEqual([
    'ann/bookshelf',
    'ann/diary',
    'ann/garden-log',
    'ann/sourdough',
  ])
})

test('filters by affiliation', async () => {
  expect(await names('affiliation=owner', 'ben')).toEqual([
    'ben/json-tidy',
    'ben/ledger',
    'ben/retry-kindly',
    'ben/tide-tables',
  ])
  expect(await names('affiliation=organization_member', 'ben')).toHaveLength(54)
  expect(await names('affiliation=owner,organization_member', 'ben')).toHaveLength(58)
  expect(await names('affiliation=collaborator', 'ben')).toEqual([])
  expect(await names('type=owner', 'ben')).toHaveLength(4)
  expect(await names('type=member', 'ben')).toHaveLength(54)
  expect(await names('', 'cyd')).toEqual(['cyd/atlas', 'cyd/bike-map', 'cyd/weather-vane'])
})

test('a maintainer has 40 repositories with 300 open issues and pull requests', async () => {
  type WithIssues = { open_issues_count: number }
  const path = '/user/repos?per_page=100&affiliation=owner'
  const repos = await bodyOf<WithIssues[]>(await request(path, as('fay')))
  expect(repos).toHaveLength(40)
  expect(repos.reduce((sum, repo) => sum + repo.open_issues_count, 0)).toBe(300)

  const search = await request('/search/issues?q=user:fay+is:open', as('fay'))
  expect((await bodyOf<{ total_count: number }>(search)).total_count).toBe(300)
})

test('filters by visibility', async () => {
  const hidden = await list('visibility=private', 'ann')

  expect(hidden.map((repo) => [repo.full_name, repo.private, repo.visibility])).toEqual([
    ['acme/secret-plans', true, 'private'],
    ['ann/diary', true, 'private'],
  ])
  expect(await names('type=private', 'ann')).toEqual(['acme/secret-plans', 'ann/diary'])
  expect(await names('visibility=public&affiliation=owner', 'ann')).toEqual([
    'ann/bookshelf',
    'ann/garden-log',
    'ann/sourdough',
  ])
})

test('sorts in both directions, dates descending by default', async () => {
  const latest = (await list('sort=pushed', 'ann')).map((repo) => repo.pushed_at)
  const oldest = (await list('sort=pushed&direction=asc', 'ann')).map((repo) => repo.pushed_at)

  expect(latest).toEqual(latest.toSorted().reverse())
  expect(oldest).toEqual(latest.toReversed())
  expect((await names('sort=full_name&direction=desc', 'ann'))[0]).toBe('ann/sourdough')
})

test('returns the list in pages', async () => {
  const first = await request('/user/repos?visibility=all&per_page=40', as('ann'))
  const second = await request(linkTo(first, 'next') ?? '', as('ann'))

  expect(linkTo(first, 'last')).toBe(`${origin}/user/repos?visibility=all&per_page=40&page=2`)
  expect(await bodyOf<Repo[]>(second)).toHaveLength(18)
})

test('rejects a type together with a visibility', async () => {
  const response = await request('/user/repos?type=owner&visibility=all', as('ann'))

  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({
    message: 'If you specify visibility or affiliation, you cannot specify type.',
  })
})

test('requires a token for the list of repositories', async () => {
  expect((await request('/user/repos')).status).toBe(401)
})

test('counts the rate limit of each user separately', async () => {
  const own = sample()
  await own('/user', as('dov'))
  await own('/user', as('dov'))
  const usedBy = async (login: SampleLogin) =>
    (await bodyOf<{ rate: { used: number } }>(await own('/rate_limit', as(login)))).rate.used

  expect(await usedBy('dov')).toBe(2)
  expect(await usedBy('eve')).toBe(0)
})

const logins = ['ann', 'ben', 'cyd', 'dov', 'eve'] as const

const canaries = {
  ann: ['ann/diary', 'quince-4127-ann'],
  ben: ['ben/ledger', 'umber-8306-ben'],
  cyd: ['cyd/atlas', 'fennel-2951-cyd'],
  dov: ['dov/letters', 'tallow-7744-dov'],
  eve: ['eve/safe', 'osprey-1638-eve'],
} as const satisfies Partial<Record<SampleLogin, readonly [string, string]>>

test.each(logins)('shows the private repository of %s only to its owner', async (login) => {
  const [name, canary] = canaries[login]
  const paths = ['', '/issues', '/pulls', '/readme', '/languages', '/contributors', '/commits']
  const urls = [
    ...paths.map((rest) => `/repos/${name}${rest}`),
    `/repos/${name}/releases`,
    `/repos/${name}/stats/participation`,
    `/repos/${name}/community/profile`,
  ]
  for (const url of urls) {
    expect((await request(url, as(login))).status, url).toBe(200)
    expect((await request(url)).status, url).toBe(404)
    for (const other of logins.filter((item) => item !== login)) {
      const response = await request(url, as(other))
      expect(response.status, `${url} for ${other}`).toBe(404)
      expect(await response.text()).not.toContain(canary)
    }
  }
})

test.each(logins)(
  'includes the canary of %s in every response about the private repository',
  async (login) => {
    const [name, canary] = canaries[login]
    const textOf = async (url: string) =>
      (await request(url, { headers: { authorization: `token ${sampleTokens[login]}` } })).text()
    const html = { accept: 'application/vnd.github.html+json' }
    const readme = await request(`/repos/${name}/readme`, {
      headers: { ...as(login).headers, ...html },
    })

    expect(await textOf(`/repos/${name}`)).toContain(canary)
    expect(await textOf('/user/repos?affiliation=owner')).toContain(canary)
    expect(await textOf(`/repos/${name}/pulls`)).toContain(canary)
    expect(await readme.text()).toContain(canary)
    const issues = await bodyOf<{ title: string }[]>(
      await request(`/repos/${name}/issues?state=all`, as(login)),
    )
    expect(issues.length).toBeGreaterThan(20)
    expect(issues.every(({ title }) => title.endsWith(`(${canary})`))).toBe(true)
  },
)

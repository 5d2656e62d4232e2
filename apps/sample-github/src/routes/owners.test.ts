import { expect, test } from 'vitest'
import { as, bodyOf, origin, sample } from '../test-support.ts'

const request = sample()

type Repo = {
  full_name: string
  fork: boolean
  private: boolean
  created_at: string
  pushed_at: string
}

async function repositories(path: string, login?: 'ann' | 'ben'): Promise<Repo[]> {
  return bodyOf<Repo[]>(await request(path, login && as(login)))
}

test('returns an organization', async () => {
  expect(await (await request('/orgs/acme')).json()).toMatchObject({
    login: 'acme',
    id: 1001,
    name: 'Acme Rockets',
    description: 'We launch software in stages, and take it back when it wobbles.',
    type: 'Organization',
    url: `${origin}/orgs/acme`,
    html_url: 'https://github.example/acme',
    public_repos: 53,
    followers: 4_180,
  })
})

test('returns a user, and an organization as a user', async () => {
  expect(await (await request('/users/nova')).json()).toMatchObject({
    login: 'nova',
    type: 'User',
    name: 'Nova Adeyemi',
    company: '@acme',
    public_repos: 7,
    url: `${origin}/users/nova`,
  })
  expect(await (await request('/users/acme')).json()).toMatchObject({ type: 'Organization' })
  expect((await request('/users/failures')).status).toBe(200)
})

test.each([
  '/orgs/nova',
  '/orgs/nobody',
  '/users/nobody',
  '/users/nobody/repos',
  '/orgs/nova/repos',
])('%s is not found', async (path) => {
  expect((await request(path)).status).toBe(404)
})

test('every contributor has an account and repositories', async () => {
  const path = '/repos/acme/rocket/contributors?per_page=20'
  const contributors = await bodyOf<{ login: string; type: string }[]>(await request(path))

  for (const { login, type } of contributors) {
    expect((await request(`/users/${encodeURIComponent(login)}`)).status).toBe(200)
    const owned = await repositories(`/users/${encodeURIComponent(login)}/repos`)
    expect(owned.length > 1).toBe(type === 'User')
    for (const repo of owned) expect((await request(`/repos/${repo.full_name}`)).status).toBe(200)
  }
})

test('lists the public repositories of an organization by the date of creation', async () => {
  const list = await repositories('/orgs/acme/repos?per_page=100')
  const dates = list.map((repo) => repo.created_at)

  expect(list).toHaveLength(53)
  expect(dates).toEqual(dates.toSorted().reverse())
  expect(list.some((repo) => repo.private)).toBe(false)
})

test('lists private repositories of an organization only with access', async () => {
  const list = await repositories('/orgs/acme/repos?per_page=100&type=private', 'ann')

  expect(list.map((repo) => repo.full_name)).toEqual(['acme/secret-plans'])
})

test.each([
  ['full_name', 'asc', 'acme/abacus'],
  ['full_name&direction=desc', 'desc', 'acme/windtunnel'],
])('sorts repositories by %s', async (sort, direction, first) => {
  const names = (await repositories(`/orgs/acme/repos?per_page=100&sort=${sort}`)).map(
    (repo) => repo.full_name,
  )
  const sorted = names.toSorted()

  expect(names).toEqual(direction === 'asc' ? sorted : sorted.reverse())
  expect(names[0]).toBe(first)
})

test('sorts repositories by the last push, latest first', async () => {
  const list = await repositories('/orgs/acme/repos?per_page=100&sort=pushed')
  const dates = list.map((repo) => repo.pushed_at)

  expect(dates).toEqual(dates.toSorted().reverse())
})

test('filters forks and sources', async () => {
  const all = await repositories('/users/nova/repos')
  const forks = await repositories('/users/nova/repos?type=forks')
  const sources = await repositories('/users/nova/repos?type=sources')

  expect(all.map((repo) => repo.full_name)).toEqual([
    'nova/color-mixer',
    'nova/dotfiles',
    'nova/night-train',
    'nova/old-hat',
    'nova/rocket',
    'nova/sundial',
    'nova/tiny-queue',
  ])
  expect(forks.map((repo) => repo.full_name)).toEqual(['nova/rocket'])
  expect(sources).toHaveLength(6)
})

test('omits private repositories from the list of a user', async () => {
  const names = (await repositories('/users/ann/repos', 'ann')).map((repo) => repo.full_name)

  expect(names).toEqual(['ann/bookshelf', 'ann/garden-log', 'ann/sourdough'])
})

test('every avatar is a small image that needs no network', async () => {
  const logins = ['acme', 'nova', 'ann', 'ben', 'fresh', 'failures', 'tidy-deps[bot]']
  for (const login of logins) {
    const { avatar_url } = await bodyOf<{ avatar_url: string }>(
      await request(`/users/${encodeURIComponent(login)}`),
    )
    expect(avatar_url).toMatch(/^data:image\/svg\+xml,%3Csvg%20xmlns='/)
    expect(avatar_url.length).toBeLessThan(300)
  }
})

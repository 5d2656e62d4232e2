import { expect, test } from 'vitest'
import { as, bodyOf, linkTo, sample } from '../test-support.ts'

const request = sample()

type Repo = {
  full_name: string
  language: string | null
  stargazers_count: number
  forks_count: number
  archived: boolean
  topics: string[]
  updated_at: string
}
type Found = { total_count: number; incomplete_results: boolean; items: Repo[] }

async function search(q: string, rest = '', login?: 'ann' | 'ben'): Promise<Found> {
  const path = `/search/repositories?q=${encodeURIComponent(q)}${rest}`
  return bodyOf<Found>(await request(path, login && as(login)))
}

async function names(q: string, rest = '', login?: 'ann' | 'ben'): Promise<string[]> {
  return (await search(q, rest, login)).items.map((repo) => repo.full_name)
}

test('finds words in the name, the description and the topics', async () => {
  expect(await names('rocket')).toEqual(['acme/rocket', 'acme/launchpad'])
  expect(await names('staged rollouts')).toEqual(['acme/rocket'])
  expect(await names('"staged rollouts" user:acme')).toEqual(['acme/rocket'])
  expect(await names('ελληνικά')).toEqual(['acme/polyglot'])
  expect(await names('no-such-thing-anywhere')).toEqual([])
})

test('returns a count and complete results', async () => {
  const found = await search('rocket')

  expect(found.total_count).toBe(2)
  expect(found.incomplete_results).toBe(false)
  expect(found.items[0]).toMatchObject({ full_name: 'acme/rocket', score: 1, private: false })
})

test('supports the qualifier language', async () => {
  const { items, total_count } = await search('language:rust', '&per_page=100')

  expect(total_count).toBeGreaterThan(20)
  expect(items.every((repo) => repo.language === 'Rust')).toBe(true)
})

test('supports the qualifiers user and org', async () => {
  const ofAcme = await search('org:acme', '&per_page=100')

  expect(ofAcme.total_count).toBe(53)
  expect(ofAcme.items.every((repo) => repo.full_name.startsWith('acme/'))).toBe(true)
  expect(await names('user:ann user:ben', '&sort=stars')).toHaveLength(6)
})

test('supports the qualifier topic', async () => {
  const { items } = await search('topic:release-engineering', '&per_page=100')

  expect(items.length).toBeGreaterThan(5)
  expect(items.every((repo) => repo.topics.includes('release-engineering'))).toBe(true)
})

test('supports the qualifier archived', async () => {
  expect(await names('archived:true')).toEqual(['acme/lunar-lander'])
  expect(await names('lander archived:false')).toEqual([])
})

test('excludes forks by default', async () => {
  expect(await names('user:nova rocket')).toEqual([])
  expect(await names('user:nova rocket fork:true')).toEqual(['nova/rocket'])
  expect(await names('fork:only')).toEqual(['nova/rocket'])
})

test.each([
  ['stars:>128540', []],
  ['stars:>=128540', ['acme/monolith']],
  ['stars:12431', ['acme/rocket']],
  ['stars:12000..13000', ['acme/rocket']],
  ['stars:100000..*', ['acme/monolith']],
  ['stars:<1 org:acme', ['acme/bare']],
  ['stars:*..0 org:acme', ['acme/bare']],
])('supports the range %s', async (q, expected) => {
  expect(await names(q)).toEqual(expected)
})

test('finds private repositories only with access', async () => {
  expect(await names('plans')).toEqual([])
  expect(await names('plans', '', 'ann')).toEqual(['acme/secret-plans'])
  expect(await names('plans is:public', '', 'ann')).toEqual([])
  expect(await names('is:private', '', 'ben')).toEqual(['acme/secret-plans', 'ben/ledger'])
})

test.each([
  ['stars', (repo: Repo) => repo.stargazers_count],
  ['forks', (repo: Repo) => repo.forks_count],
  ['updated', (repo: Repo) => Date.parse(repo.updated_at)],
])('sorts by %s in both orders', async (sort, value) => {
  const down = (await search('org:acme', `&per_page=100&sort=${sort}`)).items.map(value)
  const up = (await search('org:acme', `&per_page=100&sort=${sort}&order=asc`)).items.map(value)

  expect(down).toEqual(down.toSorted((a, b) => b - a))
  expect(up).toEqual(up.toSorted((a, b) => a - b))
  expect(new Set(down).size).toBeGreaterThan(10)
})

test('returns the first thousand of more results', async () => {
  const path = '/search/repositories?q=stars:%3E=0&per_page=100'
  const first = await request(path)
  const last = await request(linkTo(first, 'last') ?? '')
  const { total_count } = await bodyOf<Found>(first)

  expect(total_count).toBeGreaterThan(1_900)
  expect(linkTo(first, 'last')).toBe(
    'http://localhost/search/repositories?q=stars%3A%3E%3D0&per_page=100&page=10',
  )
  expect((await bodyOf<Found>(last)).items).toHaveLength(100)
  expect(linkTo(last, 'next')).toBeUndefined()
})

test('rejects pages beyond the first thousand results', async () => {
  const response = await request('/search/repositories?q=stars:%3E=0&per_page=100&page=11')

  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({
    message: 'Only the first 1000 search results are available',
    documentation_url: 'https://docs.github.com/v3/search/',
    status: '422',
  })
})

test.each(['', '?q=', '?q=%20'])('rejects an empty query: %s', async (query) => {
  const response = await request(`/search/repositories${query}`)

  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({
    message: 'Validation Failed',
    errors: [{ resource: 'Search', field: 'q', code: 'missing' }],
    documentation_url: 'https://docs.github.com/v3/search/',
    status: '422',
  })
})

test('rejects a query of more than 256 characters', async () => {
  const response = await request(`/search/repositories?q=${'a'.repeat(257)}`)

  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({
    errors: [{ code: 'invalid', message: 'The search is longer than 256 characters.' }],
  })
})

test.each([
  ['repositories', 'a OR b OR c OR d OR e OR f', 200],
  ['repositories', 'a OR b OR c OR d OR e OR f OR g', 422],
  ['issues', 'NOT a NOT b NOT c NOT d NOT e NOT f', 422],
])('allows five operators in a search for %s: %s', async (kind, q, status) => {
  const response = await request(`/search/${kind}?q=${encodeURIComponent(q)}`)

  expect(response.status).toBe(status)
  if (status === 200) return
  expect(await response.json()).toMatchObject({
    errors: [{ code: 'invalid', message: 'More than five AND / OR / NOT operators were used.' }],
  })
})

test('finds a repository by its name, only for users who may see it', async () => {
  expect(await names('repo:Acme/Rocket')).toEqual(['acme/rocket'])
  expect(await names('repo:ann/diary', '', 'ann')).toEqual(['ann/diary'])
  expect(await names('repo:ann/diary is:public', '', 'ann')).toEqual([])
  for (const q of ['repo:ann/diary', 'repo:ann/nothing-here']) {
    expect((await request(`/search/repositories?q=${q}`)).status).toBe(422)
  }
})

test('rejects an owner that does not exist', async () => {
  const response = await request('/search/repositories?q=user:nobody')

  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({
    message: 'Validation Failed',
    errors: [
      {
        message:
          'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.',
        resource: 'Search',
        field: 'q',
        code: 'invalid',
      },
    ],
  })
})

test('finds users and organizations by login and name', async () => {
  const owners = async (q: string) => {
    const response = await request(`/search/users?q=${encodeURIComponent(q)}&per_page=5`)
    const { items } = await bodyOf<{ items: { login: string; type: string }[] }>(response)
    return items.map(({ login, type }) => `${type} ${login}`)
  }
  expect(await owners('Acme rock')).toEqual(['Organization acme'])
  expect(await owners('linh-nov')).toEqual(['User linh-novak'])
  expect(await owners('no-such-thing-anywhere')).toEqual([])
})

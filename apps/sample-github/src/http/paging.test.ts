import { expect, test } from 'vitest'
import { bodyOf, sample } from '../test-support.ts'
import { linkHeader } from './paging.ts'

const request = sample()

function links(query: string, page: number, size: number, total: number): string | undefined {
  return linkHeader({ url: 'https://api/list', query }, { number: page, size }, total)
}

test('links the first page to the next and the last', () => {
  expect(links('?state=all', 1, 30, 61)).toBe(
    '<https://api/list?state=all&page=2>; rel="next", <https://api/list?state=all&page=3>; rel="last"',
  )
})

test('links a page in the middle to all four', () => {
  expect(links('?page=2&per_page=10', 2, 10, 30)).toBe(
    '<https://api/list?page=1&per_page=10>; rel="prev", <https://api/list?page=3&per_page=10>; rel="next", <https://api/list?page=3&per_page=10>; rel="last", <https://api/list?page=1&per_page=10>; rel="first"',
  )
})

test('links the last page to the previous and the first', () => {
  expect(links('?page=3', 3, 30, 61)).toBe(
    '<https://api/list?page=2>; rel="prev", <https://api/list?page=1>; rel="first"',
  )
})

test('has no links when everything fits', () => {
  expect(links('', 1, 30, 30)).toBeUndefined()
  expect(links('', 1, 30, 0)).toBeUndefined()
})

test('preserves the escaped query', () => {
  expect(links('?labels=good%20first,%22a%22', 1, 1, 2)).toBe(
    '<https://api/list?labels=good+first%2C%22a%22&page=2>; rel="next", <https://api/list?labels=good+first%2C%22a%22&page=2>; rel="last"',
  )
})

test.each([
  ['', 30],
  ['per_page=5', 5],
  ['per_page=100', 100],
  ['per_page=1000', 100],
  ['per_page=0', 30],
  ['per_page=-1', 30],
  ['per_page=many', 30],
  ['page=0', 30],
  ['page=-2', 30],
  ['page=two', 30],
  ['page=99999', 0],
  ['page=9999999999999999999999', 30],
])('returns a page for ?%s', async (query, length) => {
  const response = await request(`/repos/acme/rocket/issues?${query}`)

  expect(response.status).toBe(200)
  expect(await bodyOf<object[]>(response)).toHaveLength(length)
})

test('links to the repository by its id', async () => {
  const { id } = await bodyOf<{ id: number }>(await request('/repos/acme/rocket'))
  const response = await request('/repos/acme/rocket/releases?per_page=50')

  expect(response.headers.get('link')).toBe(
    `<http://localhost/repositories/${id}/releases?per_page=50&page=2>; rel="next", <http://localhost/repositories/${id}/releases?per_page=50&page=2>; rel="last"`,
  )
})

test.each([
  '/users/nova/repos',
  '/orgs/acme/repos',
  '/repos/acme/rocket/commits',
  '/repos/acme/rocket/contributors',
  '/repos/acme/rocket/pulls',
  '/repos/acme/rocket/stargazers/history',
  '/repos/acme/rocket/issues/comments',
  '/repos/acme/rocket/pulls/comments',
  '/repos/acme/rocket/commits/main/check-runs',
  '/search/repositories?q=a',
])('follows its own links from %s', async (path) => {
  const response = await request(`${path}${path.includes('?') ? '&' : '?'}per_page=2`)
  const next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? ''
  const second = await request(next)

  expect(second.status).toBe(200)
  expect(second.headers.get('link')).toContain('rel="prev"')
  expect(await second.text()).not.toBe(await response.text())
})

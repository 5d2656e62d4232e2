import { afterEach, expect, test, vi } from 'vitest'
import { namedPath } from './named-path.server.ts'
import { parseSearchRequest } from './search-request.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each([
  ['acme/rocket', '/repos/acme/rocket'],
  [' acme / rocket ', '/repos/acme/rocket'],
  ['https://www.github.test/acme/dot.files_2.git?tab=readme#install', '/repos/acme/dot.files_2'],
  ['git@github.test:acme/rocket.git', '/repos/acme/rocket'],
  ['https://github.test/acme/rocket/issues', '/repos/acme/rocket'],
  ['@acme', '/owners/acme'],
  ['https://github.test/acme', '/owners/acme'],
  ['https://github.com/acme/rocket', '/repos/acme/rocket'],
  ['git@github.com:acme/rocket.git', '/repos/acme/rocket'],
  ['https://gitlab.test/acme/rocket', undefined],
  ['rocket', undefined],
  ['repo:acme/rocket', undefined],
  ['', undefined],
])('a search for %j names %j', (q, path) => {
  vi.stubEnv('GITHUB_API_URL', 'https://api.github.test')
  expect(namedPath(parseSearchRequest({ q, language: 'Go', page: '2' }))).toBe(path)
})

test('the type "repositories" searches for the text of a name', () => {
  expect(namedPath(parseSearchRequest({ q: 'acme/rocket', type: 'repositories' }))).toBe(undefined)
  expect(namedPath(parseSearchRequest({ q: 'acme/rocket', type: 'code' }))).toBe(
    '/repos/acme/rocket',
  )
})

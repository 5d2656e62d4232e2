import { createPanel, type GitHub, GitHubError } from '@repo/github'
import { expect, test, vi } from 'vitest'
import { readOwners } from './read-owners.server.ts'
import { parseSearchRequest } from './search-request.ts'

const asOf = '2026-06-01T12:00:00.000Z'
const found = { data: { items: [{ login: 'acme' }, { login: 'acme-labs' }] }, asOf }

async function read(query: Record<string, string>, page = 1, response: unknown = found) {
  const searchOwners = vi.fn(async () => {
    if (response instanceof Error) throw response
    return response
  })
  const onDegraded = vi.fn()
  const github = { searchOwners } as unknown as GitHub
  const scope = { github, panel: createPanel(onDegraded) }
  const owners = await readOwners(scope, parseSearchRequest(query), page)
  return {
    owners,
    queries: searchOwners.mock.calls.flat(),
    isDegraded: onDegraded.mock.calls.length > 0,
  }
}

test('returns the logins of the owners that words find', async () => {
  expect(await read({ q: ' acme rockets ' })).toEqual({
    owners: { state: 'ready', data: ['acme', 'acme-labs'], asOf },
    queries: [{ q: 'acme rockets' }],
    isDegraded: false,
  })
})

test.each([
  [{ q: 'stars:>5' }, 1],
  [{ q: '"acme"' }, 1],
  [{ q: 'acme OR nova' }, 1],
  [{ q: 'acme', language: 'Go' }, 1],
  [{ q: 'acme', type: 'repositories' }, 1],
  [{ q: 'acme' }, 2],
])('sends no request for %j on page %i', async (query, page) => {
  expect(await read(query, page)).toEqual({ owners: null, queries: [], isDegraded: false })
})

test('a client over its budget gets the page without owners, which is cached briefly', async () => {
  const error = new GitHubError('too-many-requests', { path: '/search/users', until: asOf })
  expect(await read({ q: 'acme' }, 1, error)).toMatchObject({
    owners: { state: 'overloaded' },
    isDegraded: true,
  })
})

test('shows no panel where there is no owner, and where GitHub needs a token', async () => {
  const none = { data: { items: [] }, asOf }
  expect((await read({ q: 'acme' }, 1, none)).owners).toBeNull()
  const error = new GitHubError('needs-token', { path: '/search/users' })
  expect((await read({ q: 'acme' }, 1, error)).owners).toBeNull()
})

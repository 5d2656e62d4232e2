import { createGitHub, createPanel } from '@repo/github'
import { expect, test } from 'vitest'
import { findRepos } from './find-repos.server.ts'

/** Searches with a GitHub that finds eight repositories, or responds with a status. */
async function find({ names = ['acme/rocket'], skipped }: Search, status = 200) {
  const queries: (string | null)[] = []
  const items = Array.from({ length: 8 }, (_, index) => ({ full_name: `nova/rocket-${index}` }))
  const github = createGitHub({
    baseUrl: 'https://github.test',
    fetch: async (...request) => {
      queries.push(new URL(new Request(...request).url).searchParams.get('q'))
      return Response.json({ total_count: 8, incomplete_results: false, items }, { status })
    },
  })
  const panel = createPanel(() => {})
  return { found: await findRepos({ github, panel }, { names, repeated: [], skipped }), queries }
}

type Search = { names?: string[]; skipped: string[] }

test('words in the place of a name find repositories, the six best', async () => {
  const { found, queries } = await find({ skipped: ['rocket', 'launcher'] })
  expect(queries).toEqual(['is:public rocket launcher'])
  expect(found).toMatchObject({
    words: 'rocket launcher',
    names: { state: 'ready', data: [0, 1, 2, 3, 4, 5].map((index) => `nova/rocket-${index}`) },
  })
})

test.each([
  ['no words', { skipped: [] }],
  ['only names and syntax', { skipped: ['acme/rocket/x', 'repo:acme', '<b>'] }],
  ['no room for another', { names: ['a/1', 'a/2', 'a/3', 'a/4'], skipped: ['rocket'] }],
  ['a query that is too long', { skipped: Array(5).fill('x'.repeat(100)) }],
])('%s are not searched for', async (_case, search) => {
  expect(await find(search)).toEqual({ found: null, queries: [] })
})

test('a search that fails leaves the comparison', async () => {
  const { found } = await find({ skipped: ['rocket'] }, 503)
  expect(found).toEqual({ words: 'rocket', names: { state: 'unavailable' } })
})

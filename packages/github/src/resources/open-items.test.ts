import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

const user = { login: 'ann', type: 'User' }
const issue = { number: 1, user, author_association: 'NONE', comments: 0 }
const pull = { ...issue, pull_request: { url: 'https://api.github.com/pulls/1' } }
const next = {
  link: '<https://api.github.com/repositories/1/issues?page=2>; rel="next"',
}

test('counts the open issues and pull requests in one request', async () => {
  const { requests, countOpenItems } = githubReturning({
    body: [
      issue,
      pull,
      { ...issue, author_association: 'CONTRIBUTOR', user: null },
      { ...issue, author_association: 'OWNER' },
      { ...issue, user: { login: 'dependabot[bot]', type: 'Bot' } },
      { ...issue, comments: null },
      { ...issue, comments: 3 },
    ],
  })
  expect(await countOpenItems('acme', 'rocket')).toEqual({
    data: { issues: 6, pulls: 1, awaitingResponse: 2, mayAwaitMore: false },
    asOf,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/repos/acme/rocket/issues?sort=comments&direction=asc&state=open&per_page=50',
  ])
})

test.each([
  ['without a comment', issue, true],
  ['with a comment', { ...issue, comments: 1 }, false],
])(
  'of several pages, where the first ends with an item %s, more may wait: %s',
  async (_, last, mayAwaitMore) => {
    const { countOpenItems } = githubReturning({ body: [issue, pull, last], headers: next })
    expect((await countOpenItems('acme', 'rocket')).data).toEqual({
      issues: null,
      pulls: null,
      awaitingResponse: mayAwaitMore ? 2 : 1,
      mayAwaitMore,
    })
  },
)

test('is partial without an item that cannot be read', async () => {
  const { countOpenItems } = githubReturning({ body: [null, issue] })
  expect(await countOpenItems('acme', 'rocket')).toEqual({
    data: { issues: 1, pulls: 0, awaitingResponse: 1, mayAwaitMore: false },
    asOf,
    partial: true,
  })
})

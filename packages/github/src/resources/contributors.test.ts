import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

const mona = {
  login: 'mona',
  id: 1,
  avatar_url: 'https://avatars.githubusercontent.com/u/1',
  html_url: 'https://github.com/mona',
  type: 'User',
  contributions: 12,
}

test('maps contributors, including bots and unknown authors', async () => {
  const { requests, listContributors } = githubReturning({
    body: [
      mona,
      { ...mona, login: 'dependabot[bot]', type: 'Bot', avatar_url: 'data:image/svg+xml,<svg/>' },
      { type: 'Anonymous', email: 'a@b.test', name: 'A', contributions: 1 },
    ],
  })
  expect(await listContributors('acme', 'rocket')).toEqual({
    data: [
      {
        login: 'mona',
        avatarUrl: 'https://avatars.githubusercontent.com/u/1',
        commits: 12,
        isBot: false,
      },
      {
        login: 'dependabot[bot]',
        avatarUrl: 'data:image/svg+xml,<svg/>',
        commits: 12,
        isBot: true,
      },
      { login: null, avatarUrl: null, commits: 1, isBot: false },
    ],
    asOf,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/repos/acme/rocket/contributors?per_page=100',
  ])
})

test('is partial if there are more contributors', async () => {
  const link = '<https://api.github.com/repositories/1/contributors?page=2>; rel="next"'
  const { listContributors } = githubReturning({ body: [], headers: { link } })
  expect(await listContributors('acme', 'rocket')).toEqual({ data: [], asOf, partial: true })
})

test('returns no contributors for an empty repository', async () => {
  const { listContributors } = githubReturning({ status: 204 })
  expect(await listContributors('acme', 'rocket')).toEqual({
    data: [],
    asOf,
  })
})

test.each(['javascript:alert(1)', 'data:text/html,hi', 'avatars/1', ''])(
  'returns no avatar for "%s"',
  async (avatar_url) => {
    const { listContributors } = githubReturning({ body: [{ ...mona, avatar_url }] })
    expect((await listContributors('acme', 'rocket')).data[0]?.avatarUrl).toBe(null)
  },
)

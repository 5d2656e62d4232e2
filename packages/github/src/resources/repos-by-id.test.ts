import { expect, test } from 'vitest'
import { asOf, githubRouting } from '../test-support/github.ts'

test('returns repositories in the order of the IDs, with their current names', async () => {
  const { requests, getReposById } = githubRouting((path) =>
    path === '/repositories/2'
      ? { status: 404, body: { message: 'Not Found' } }
      : {
          body: {
            full_name: `acme/${path.slice(14)}`,
            stargazers_count: 5,
            owner: { avatar_url: 'https://avatars.test/acme' },
          },
        },
  )
  const snapshots = await getReposById([3, 2, 1, 3])
  expect(snapshots).toEqual([
    {
      data: {
        id: 3,
        repo: expect.objectContaining({
          fullName: 'acme/3',
          stars: 5,
          avatarUrl: 'https://avatars.test/acme',
        }),
      },
      asOf,
    },
    { data: { id: 2, repo: null }, asOf },
    { data: { id: 1, repo: expect.objectContaining({ fullName: 'acme/1' }) }, asOf },
  ])
  expect(requests.toSorted()).toEqual(['/repositories/1', '/repositories/2', '/repositories/3'])
})

test('requests at most 12 repositories and ignores invalid IDs', async () => {
  const { requests, getReposById } = githubRouting(() => ({ body: { full_name: 'acme/x' } }))
  await getReposById([0, -1, 1.5, Number.NaN, 2 ** 60, ...Array(20).keys()])
  expect(requests).toHaveLength(12)
})

test.each([451, 403, 500])(
  'omits a repository with status %i and returns the others',
  async (status) => {
    const { getReposById } = githubRouting((path) =>
      path === '/repositories/1' ? { status, body: {} } : { body: { full_name: 'acme/x' } },
    )
    expect((await getReposById([1, 2])).map(({ data }) => data.id)).toEqual([2])
  },
)

test('does not return a private repository that the server’s token can read', async () => {
  const { getReposById } = githubRouting(() => ({ body: { full_name: 'acme/x', private: true } }))
  expect((await getReposById([1])).map(({ data }) => data.repo)).toEqual([null])
})

test('fails if all requests fail', async () => {
  const { getReposById } = githubRouting(() => ({ status: 500, body: {} }))
  await expect(getReposById([1, 2])).rejects.toMatchObject({ kind: 'unreachable' })
})

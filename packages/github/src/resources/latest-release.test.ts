import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

test('gives the newest release our names', async () => {
  const { getLatestRelease } = githubReturning({
    body: {
      tag_name: 'v1.2.0',
      name: '',
      body: '<script>',
      published_at: '2026-05-01T10:00:00Z',
      html_url: 'https://github.com/acme/rocket/releases/tag/v1.2.0',
      author: { login: 'mona' },
    },
  })
  expect(await getLatestRelease('acme', 'rocket')).toEqual({
    data: {
      tag: 'v1.2.0',
      name: null,
      publishedAt: '2026-05-01T10:00:00Z',
      url: 'https://github.com/acme/rocket/releases/tag/v1.2.0',
    },
    asOf,
  })
})

test('gives null where GitHub has none', async () => {
  const { getLatestRelease } = githubReturning({ status: 404, body: { message: 'Not Found' } })
  expect(await getLatestRelease('acme', 'rocket')).toEqual({ data: null, asOf: expect.any(String) })
})

test('fails where GitHub refuses for another reason', async () => {
  const { getLatestRelease } = githubReturning({ status: 403, body: {} })
  await expect(getLatestRelease('acme', 'rocket')).rejects.toMatchObject({ kind: 'forbidden' })
})

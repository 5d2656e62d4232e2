import { expect, test } from 'vitest'
import { asOf, githubReturning } from '../test-support/github.ts'

const release = {
  tag_name: 'v1.2.0',
  name: 'One point two',
  published_at: '2026-05-01T10:00:00Z',
  html_url: 'https://github.com/acme/rocket/releases/tag/v1.2.0',
  body_html: '<h2>News</h2>',
  draft: false,
  prerelease: true,
  author: { login: 'mona', id: 1 },
  assets: [{ download_count: 30 }, { download_count: 12 }],
}

test('maps releases, with the position of the page', async () => {
  const link =
    '<https://api.github.com/repositories/1/releases?page=3>; rel="next", ' +
    '<https://api.github.com/repositories/1/releases?page=4>; rel="last"'
  const { requests, listReleases } = githubReturning({ body: [release], headers: { link } })
  expect(await listReleases('acme', 'rocket', { page: 2 })).toEqual({
    data: {
      items: [
        {
          tag: 'v1.2.0',
          name: 'One point two',
          publishedAt: '2026-05-01T10:00:00Z',
          url: 'https://github.com/acme/rocket/releases/tag/v1.2.0',
          notesHtml: '<h2>News</h2>',
          prerelease: true,
          author: 'mona',
          downloads: 42,
        },
      ],
      page: 2,
      hasNext: true,
      lastPage: 4,
    },
    asOf,
  })
  expect(requests.map(({ url, headers }) => [url, headers.get('accept')])).toEqual([
    [
      'https://github.test/repos/acme/rocket/releases?page=2&per_page=10',
      'application/vnd.github.html+json',
    ],
  ])
})

test('omits drafts, which are private', async () => {
  const { listReleases } = githubReturning({ body: [{ ...release, draft: true }, release] })
  const { data } = await listReleases('acme', 'rocket', { page: 1 })
  expect(data.items.map(({ tag }) => tag)).toEqual(['v1.2.0'])
})

test('returns null for missing fields of a release', async () => {
  const { listReleases } = githubReturning({ body: [{ tag_name: 'v1' }] })
  expect((await listReleases('acme', 'rocket', { page: 1 })).data.items).toEqual([
    {
      tag: 'v1',
      name: null,
      publishedAt: null,
      url: null,
      notesHtml: null,
      prerelease: false,
      author: null,
      downloads: null,
    },
  ])
})

test.each([
  ['no files', []],
  ['an unknown count', [{ download_count: 5 }, {}]],
  ['an unreadable file', [{ download_count: 5 }, 'x']],
])('returns no downloads for a release with %s', async (_, assets) => {
  const { listReleases } = githubReturning({ body: [{ ...release, assets }] })
  const { data } = await listReleases('acme', 'rocket', { page: 1 })
  expect(data.items[0]?.downloads).toBeNull()
})

test('truncates very long notes', async () => {
  const { listReleases } = githubReturning({
    body: [{ ...release, body_html: 'x'.repeat(50_000) }],
  })
  const { data } = await listReleases('acme', 'rocket', { page: 1 })
  expect(data.items[0]?.notesHtml).toHaveLength(20_000)
})

test('counts the commits since a release without fetching the changed files', async () => {
  const { requests, getUnreleasedCommits } = githubReturning({
    body: {
      ahead_by: 41,
      behind_by: 0,
      html_url: 'https://github.com/acme/rocket/compare/v1...HEAD',
    },
  })
  expect(await getUnreleasedCommits('acme', 'rocket', '@acme/rocket@1.2.0')).toEqual({
    data: { commits: 41, url: 'https://github.com/acme/rocket/compare/v1...HEAD' },
    asOf,
  })
  expect(requests.map(({ url }) => url)).toEqual([
    'https://github.test/repos/acme/rocket/compare/%40acme%2Frocket%401.2.0...HEAD?page=2&per_page=1',
  ])
})

test('returns null if the tag of the release is gone', async () => {
  const { getUnreleasedCommits } = githubReturning({ status: 404, body: { message: 'Not Found' } })
  expect((await getUnreleasedCommits('acme', 'rocket', 'v1')).data).toBe(null)
})

test('maps the latest release', async () => {
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

test('returns null without a stable release', async () => {
  const { getLatestRelease } = githubReturning({ status: 404, body: { message: 'Not Found' } })
  expect(await getLatestRelease('acme', 'rocket')).toEqual({ data: null, asOf: expect.any(String) })
})

test('fails to get the latest release on other errors', async () => {
  const { getLatestRelease } = githubReturning({ status: 403, body: {} })
  await expect(getLatestRelease('acme', 'rocket')).rejects.toMatchObject({ kind: 'forbidden' })
})

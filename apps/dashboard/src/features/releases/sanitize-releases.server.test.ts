import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sanitizeReleases } from './sanitize-releases.server.ts'

const release = {
  tag: 'v1',
  name: null,
  publishedAt: null,
  url: null,
  notesHtml: '<h2>News</h2><p onclick="x">Hi <a href="#1">you</a></p>',
  prerelease: false,
  author: null,
  downloads: null,
}
const list = { page: 1, hasNext: false, lastPage: 1 }
const repo = { url: null, fullName: 'acme/rocket' }
// GitHub sent no URL: the configured GitHub is the base of links.
const repoUrl = 'https://ghe.test/acme/rocket'
beforeEach(() => {
  vi.stubEnv('GITHUB_URL', 'https://ghe.test')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

test('sanitizes notes, with headings below that of the release', () => {
  expect(sanitizeReleases({ ...list, items: [release] }, repo)).toEqual({
    ...list,
    items: [
      {
        tag: 'v1',
        name: null,
        publishedAt: null,
        url: null,
        prerelease: false,
        author: null,
        downloads: null,
        notes: {
          html: `<h4>News</h4><p>Hi <a href="${repoUrl}#1" rel="nofollow ugc">you</a></p>`,
          isTruncated: false,
        },
      },
    ],
  })
})

test('returns null for a release without notes', () => {
  const items = [{ ...release, notesHtml: null }]
  expect(sanitizeReleases({ ...list, items }, repo).items[0]?.notes).toBe(null)
})

test('fits into a page’s props, however long the notes are', () => {
  const notesHtml = '<p>Very long notes.</p>'.repeat(1000)
  const items = Array.from({ length: 20 }, () => ({ ...release, notesHtml }))
  const shown = sanitizeReleases({ ...list, items }, repo)
  expect(shown.items.every(({ notes }) => notes?.isTruncated)).toBe(true)
  expect(JSON.stringify(shown).length).toBeLessThan(24_000)
})

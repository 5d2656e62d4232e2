import { expect, test } from 'vitest'
import { isFullName, isOwnerName, isRepoName } from './names.ts'

test.each([
  'octocat',
  'a',
  '7z',
  'Acme-Labs',
  'mona_octo',
  '-ACE-',
  'acme-',
  'ac--me',
  'dependabot[bot]',
  'a'.repeat(39),
])('accepts "%s" as an owner name', (name) => {
  expect(isOwnerName(name)).toBe(true)
})

test.each([
  '',
  '_acme',
  'a[bot',
  '[bot]',
  'a[bot]/..',
  'a[bot]b',
  'a'.repeat(40),
  'a/b',
  'a b',
  'a.b',
  '..',
  'acme\n',
  'é',
  '%2e',
])('rejects "%s" as an owner name', (name) => {
  expect(isOwnerName(name)).toBe(false)
})

test.each(['rocket', '.github', '...', 'next.js', '-', '_', 'a'.repeat(100)])(
  'accepts "%s" as a repository name',
  (name) => {
    expect(isRepoName(name)).toBe(true)
  },
)

test.each(['', '.', '..', 'a'.repeat(101), 'a/b', 'a b', 'rocket\n', 'a?b', 'a%2fb', '🚀'])(
  'rejects "%s" as a repository name',
  (name) => {
    expect(isRepoName(name)).toBe(false)
  },
)

test.each(['acme/rocket', '-ACE-/.github', 'mona_octo/...', 'dependabot[bot]/a'])(
  'accepts "%s" as a full name',
  (name) => {
    expect(isFullName(name)).toBe(true)
  },
)

test.each([
  'rocket',
  '/rocket',
  'acme/',
  'acme/rocket/',
  'acme/..',
  '../acme',
  '/evil.test/acme',
  'acme\\rocket',
  'acme/rocket?next=/',
  'acme/rocket#top',
  'acme/rocket\n',
  'acme/%2e%2e',
])('rejects "%s" as a full name', (name) => {
  expect(isFullName(name)).toBe(false)
})

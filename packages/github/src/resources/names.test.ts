import { expect, test } from 'vitest'
import { isOwnerName, isRepoName } from './names.ts'

test.each(['octocat', 'a', '7z', 'Acme-Labs', 'mona_octo', 'a'.repeat(39)])(
  'takes "%s" for the name of an owner',
  (name) => {
    expect(isOwnerName(name)).toBe(true)
  },
)

test.each(['', '-acme', '_acme', 'a'.repeat(40), 'a/b', 'a b', 'a.b', '..', 'acme\n', 'é', '%2e'])(
  'refuses "%s" as the name of an owner',
  (name) => {
    expect(isOwnerName(name)).toBe(false)
  },
)

test.each(['rocket', '.github', '...', 'next.js', '-', '_', 'a'.repeat(100)])(
  'takes "%s" for the name of a repository',
  (name) => {
    expect(isRepoName(name)).toBe(true)
  },
)

test.each(['', '.', '..', 'a'.repeat(101), 'a/b', 'a b', 'rocket\n', 'a?b', 'a%2fb', '🚀'])(
  'refuses "%s" as the name of a repository',
  (name) => {
    expect(isRepoName(name)).toBe(false)
  },
)

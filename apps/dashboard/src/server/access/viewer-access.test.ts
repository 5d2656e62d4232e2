import { Secret } from '@repo/auth-headers'
import { expect, test } from 'vitest'
import type { Authenticated } from './authenticate.ts'
import { createSession } from './test-support.ts'
import { describeAccess, expiresSoon } from './viewer-access.ts'

function withToken(text: string): Authenticated {
  return { state: 'authenticated', credential: 'header', token: new Secret(text) }
}

test.each([
  ['github_pat_11AAAAAAA0', 'fine-grained'],
  ['ghp_0123456789', 'classic'],
  ['gho_0123456789', 'oauth-app'],
  ['ghu_0123456789', 'github-app'],
  ['0123456789abcdef0123456789abcdef01234567', 'other'],
])('recognizes the type of %s by its prefix, and keeps no part of it', (text, tokenType) => {
  expect(describeAccess(withToken(text))).toEqual({ tokenType })
})

test('describes a session by its source and its eight hours', () => {
  const signedInAt = Date.parse('2026-06-01T08:00:00Z') / 1000
  const session = createSession({ tokenSource: 'pasted', signedInAt })
  const { token } = session
  expect(describeAccess({ state: 'authenticated', credential: 'session', token, session })).toEqual(
    {
      tokenType: 'github-app',
      session: {
        tokenSource: 'pasted',
        startedAt: '2026-06-01T08:00:00.000Z',
        endsAt: '2026-06-01T16:00:00.000Z',
      },
    },
  )
})

test('warns a week before a token expires, except of a token that is refreshed', () => {
  const now = Date.parse('2026-06-01T12:00:00Z')
  const warning = (tokenType: 'classic' | 'github-app', expiresAt: string | null) =>
    expiresSoon({ tokenType }, { scopes: null, expiresAt }, now)
  expect(warning('classic', '2026-06-08T11:59:59.000Z')).toBe('2026-06-08T11:59:59.000Z')
  expect(warning('classic', '2026-06-08T12:00:00.000Z')).toBe(undefined)
  expect(warning('classic', null)).toBe(undefined)
  expect(warning('github-app', '2026-06-01T13:00:00.000Z')).toBe(undefined)
  expect(expiresSoon({ tokenType: 'classic' }, undefined, now)).toBe(undefined)
})

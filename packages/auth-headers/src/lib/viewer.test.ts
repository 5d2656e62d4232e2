import { expect, test } from 'vitest'
import { createSessionCookies, type SessionOptions } from './session.ts'
import { readViewer } from './viewer.ts'

type Session = { login: string; signedInAt: number }

const noon = Date.parse('2026-06-01T12:00:00Z')
const options: SessionOptions<Session> = {
  secrets: ['a secret of more than thirty-two characters'],
  siteUrl: 'https://shop.test',
  cookieName: 'shop-session',
  signedInCookieName: 'signed-in',
  lifetimeSeconds: 8 * 3600,
  now: () => noon,
  serialize: (session) => session,
  parse: ({ login, signedInAt }) =>
    typeof login === 'string' && typeof signedInAt === 'number' ? { login, signedInAt } : undefined,
}

const session = { login: 'mona', signedInAt: noon / 1000 }
const cookies = await createSessionCookies(session, options)
const cookie = cookies.map((text) => text.split(';')[0]).join('; ')

test('returns an anonymous viewer without credentials', async () => {
  expect(await readViewer({}, options)).toEqual({ kind: 'anonymous' })
  expect(await readViewer({ cookie: '__Host-signed-in=1' }, options)).toEqual({ kind: 'anonymous' })
})

test('returns the session from the cookie', async () => {
  expect(await readViewer({ cookie }, options)).toEqual({ kind: 'session', session })
})

test('prefers the token of the header over the session', async () => {
  const viewer = await readViewer({ authorization: 'Bearer key_0123456789', cookie }, options)
  expect(viewer.kind === 'token' && viewer.token.reveal()).toBe('key_0123456789')
})

test('accepts the schemes of the application', async () => {
  const headers = { authorization: 'token key_0123456789' }
  expect(await readViewer(headers, options)).toMatchObject({ kind: 'invalid-header' })
  const viewer = await readViewer(headers, { ...options, schemes: ['Bearer', 'token'] })
  expect(viewer.kind === 'token' && viewer.token.reveal()).toBe('key_0123456789')
})

test('rejects a malformed header without falling back to the session', async () => {
  expect(await readViewer({ authorization: 'Basic bW9uYTpwYXNz', cookie }, options)).toEqual({
    kind: 'invalid-header',
    message: 'The Authorization header must be "Bearer" and a token',
  })
})

test('returns the reason for an invalid session', async () => {
  const after = { ...options, now: () => noon + 8 * 3_600_000 }
  expect(await readViewer({ cookie }, after)).toEqual({
    kind: 'invalid-session',
    reason: 'expired',
  })
  expect(await readViewer({ cookie: `${cookie}; ${cookie}` }, options)).toEqual({
    kind: 'invalid-session',
    reason: 'duplicate',
  })
  for (const secrets of [[], ['another secret of more than 32 characters']]) {
    expect(await readViewer({ cookie }, { ...options, secrets })).toEqual({
      kind: 'invalid-session',
      reason: 'invalid',
    })
  }
})

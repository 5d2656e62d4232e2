import { expect, test } from 'vitest'
import { challengeFor } from './authorization.ts'
import { Secret } from './secret.ts'
import type { Session } from './session.ts'
import { endedSessionCookies, sessionCookies } from './session-cookie.ts'
import { viewerFrom } from './viewer.ts'

const noon = Date.parse('2026-06-01T12:00:00Z')
const keys = {
  secrets: ['a secret of more than thirty-two characters'],
  siteUrl: 'https://dashboard.test',
  now: () => noon,
}

const session: Session = {
  login: 'mona',
  avatarUrl: null,
  token: new Secret('ghu_0123456789abcdef'),
  from: 'pasted',
  signedInAt: noon / 1000,
}

/** What a browser sends back of what it was given. */
async function cookieOf(some: Session): Promise<string> {
  const given = await sessionCookies(some, keys)
  return given.map((cookie) => cookie.split(';')[0]).join('; ')
}

test('is nobody without a credential', async () => {
  expect(await viewerFrom({}, keys)).toEqual({ kind: 'nobody' })
  expect(await viewerFrom({ cookie: '__Host-signed-in=1' }, keys)).toEqual({ kind: 'nobody' })
})

test('is who has signed in', async () => {
  const viewer = await viewerFrom({ cookie: await cookieOf(session) }, keys)
  expect(viewer.kind === 'session' && viewer.session.login).toBe('mona')
  expect(viewer.kind === 'session' && viewer.session.token.reveal()).toBe('ghu_0123456789abcdef')
})

test('is who sends a token, whoever has signed in', async () => {
  const headers = { authorization: 'Bearer ghp_0123456789', cookie: await cookieOf(session) }
  const viewer = await viewerFrom(headers, keys)
  expect(viewer.kind === 'header' && viewer.token.reveal()).toBe('ghp_0123456789')
})

test('refuses a wrong header, and does not fall back to the session', async () => {
  const headers = { authorization: 'Basic bW9uYTpwYXNz', cookie: await cookieOf(session) }
  expect(await viewerFrom(headers, keys)).toEqual({
    kind: 'refused',
    why: 'The Authorization header must be "Bearer" and a token',
    challenge: challengeFor('The Authorization header must be "Bearer" and a token'),
  })
})

test('knows a session that is over, and why', async () => {
  const cookie = await cookieOf(session)
  const later = { ...keys, now: () => noon + 8 * 3_600_000 }
  expect(await viewerFrom({ cookie }, later)).toEqual({ kind: 'over', because: 'expired' })
  expect(await viewerFrom({ cookie: `${cookie}; ${cookie}` }, keys)).toEqual({
    kind: 'over',
    because: 'doubled',
  })
  const rotated = { ...keys, secrets: ['another secret of more than 32 characters'] }
  expect(await viewerFrom({ cookie }, rotated)).toEqual({ kind: 'over', because: 'invalid' })
  const off = { ...keys, secrets: [] }
  expect(await viewerFrom({ cookie }, off)).toEqual({ kind: 'over', because: 'invalid' })
})

test('says in a cookie that scripts may read only that there is a session', async () => {
  const [secret, hint] = await sessionCookies(session, keys)
  expect(secret).toMatch(
    /^__Host-github-session=[\w.-]+; Path=\/; Max-Age=28800; SameSite=Lax; HttpOnly; Secure$/,
  )
  expect(hint).toBe('__Host-signed-in=1; Path=/; Max-Age=28800; SameSite=Lax; Secure')
})

test('takes both cookies back when a session ends', () => {
  expect(endedSessionCookies('http://localhost:3000')).toEqual([
    'github-session=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly',
    'signed-in=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly',
  ])
})

test('keeps the longest tokens that GitHub gives in one cookie', async () => {
  const token = new Secret(`ghs_${'x'.repeat(516)}`)
  const [cookie = ''] = await sessionCookies(
    { ...session, token, renewal: { token, tokenEndsAt: noon } },
    keys,
  )
  expect(cookie.split(';')[0]?.length).toBeLessThan(4096)
})

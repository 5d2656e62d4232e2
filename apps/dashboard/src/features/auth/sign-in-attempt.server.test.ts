import { expect, onTestFinished, test, vi } from 'vitest'
import { createCookieHeader, createSession, signInEnv } from '#server/access/test-support.ts'
import { clearAttemptCookie, createAttemptCookie, readAttempt } from './sign-in-attempt.server.ts'

const attempt = { state: 'state', verifier: 'verifier', returnTo: '/me/inbox' }

function stubEnv() {
  for (const [name, value] of Object.entries(signInEnv)) vi.stubEnv(name, value)
  onTestFinished(() => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })
}

test('is stored for ten minutes and encrypted', async () => {
  stubEnv()
  const setCookie = await createAttemptCookie(attempt)
  expect(setCookie).toMatch(
    /^__Host-oauth=[\w.-]+; Path=\/; Max-Age=600; SameSite=Lax; HttpOnly; Secure$/,
  )
  const [cookie = ''] = setCookie.split(';')
  expect(await readAttempt({ cookie })).toEqual(attempt)
  expect(await readAttempt({ cookie: `${cookie}; ${cookie}` })).toBe(undefined)
  expect(await readAttempt({})).toBe(undefined)

  vi.useFakeTimers({ now: Date.now() + 601_000 })
  expect(await readAttempt({ cookie })).toBe(undefined)
})

test('does not accept a session as an attempt', async () => {
  stubEnv()
  const session = await createCookieHeader(createSession())
  const cookie = session.replace('__Host-github-session', '__Host-oauth')
  expect(await readAttempt({ cookie })).toBe(undefined)
})

test('is cleared by the callback', () => {
  stubEnv()
  expect(clearAttemptCookie()).toBe(
    '__Host-oauth=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure',
  )
})

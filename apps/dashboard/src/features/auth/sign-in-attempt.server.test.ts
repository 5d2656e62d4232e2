import { expect, onTestFinished, test, vi } from 'vitest'
import { createCookieHeader, createSession, signInEnv } from '#server/access/test-support.ts'
import { clearAttemptCookie, createAttemptCookie, readAttempt } from './sign-in-attempt.server.ts'

const attempt = { state: 'state', verifier: 'verifier', returnTo: '/me/inbox' }

function onSite() {
  for (const [name, value] of Object.entries(signInEnv)) vi.stubEnv(name, value)
  onTestFinished(() => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })
}

test('is kept by the browser for ten minutes, and read by nobody else', async () => {
  onSite()
  const given = await createAttemptCookie(attempt)
  expect(given).toMatch(
    /^__Host-oauth=[\w.-]+; Path=\/; Max-Age=600; SameSite=Lax; HttpOnly; Secure$/,
  )
  const [cookie = ''] = given.split(';')
  expect(await readAttempt({ cookie })).toEqual(attempt)
  expect(await readAttempt({ cookie: `${cookie}; ${cookie}` })).toBe(undefined)
  expect(await readAttempt({})).toBe(undefined)

  vi.useFakeTimers({ now: Date.now() + 601_000 })
  expect(await readAttempt({ cookie })).toBe(undefined)
})

test('is no session, and a session is no attempt', async () => {
  onSite()
  const session = await createCookieHeader(createSession())
  const cookie = session.replace('__Host-github-session', '__Host-oauth')
  expect(await readAttempt({ cookie })).toBe(undefined)
})

test('ends with the first answer', () => {
  onSite()
  expect(clearAttemptCookie()).toBe(
    '__Host-oauth=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure',
  )
})

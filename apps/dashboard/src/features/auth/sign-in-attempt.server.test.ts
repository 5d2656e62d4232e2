import { expect, onTestFinished, test, vi } from 'vitest'
import { createCookieHeader, createSession, signInEnv } from '#server/access/test-support.ts'
import { clearAttemptCookie, createAttemptCookies, readAttempt } from './sign-in-attempt.server.ts'

const attempt = { state: 'state', verifier: 'verifier', returnTo: '/me/inbox' }

function stubEnv() {
  for (const [name, value] of Object.entries(signInEnv)) vi.stubEnv(name, value)
  onTestFinished(() => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })
}

/** The cookie of an attempt, as the browser sends it. */
async function cookieOf(changed: Partial<typeof attempt> = {}): Promise<string> {
  const [setCookie = ''] = await createAttemptCookies({ ...attempt, ...changed }, {})
  return setCookie.split(';')[0] ?? ''
}

test('is stored for ten minutes and encrypted', async () => {
  stubEnv()
  expect(await createAttemptCookies(attempt, {})).toEqual([
    expect.stringMatching(
      /^__Host-oauth-state=[\w.-]+; Path=\/; Max-Age=600; SameSite=Lax; HttpOnly; Secure$/,
    ),
  ])
  const cookie = await cookieOf()
  expect(await readAttempt({ cookie }, 'state')).toEqual(attempt)
  expect(await readAttempt({ cookie: `${cookie}; ${cookie}` }, 'state')).toBe(undefined)
  expect(await readAttempt({}, 'state')).toBe(undefined)

  vi.useFakeTimers({ now: Date.now() + 601_000 })
  expect(await readAttempt({ cookie }, 'state')).toBe(undefined)
})

test('is found by its state among several attempts', async () => {
  stubEnv()
  const other = { state: 'other', verifier: 'another', returnTo: '/me' }
  const cookie = `${await cookieOf()}; ${await cookieOf(other)}`
  expect(await readAttempt({ cookie }, 'state')).toEqual(attempt)
  expect(await readAttempt({ cookie }, 'other')).toEqual(other)
  for (const state of [
    'third',
    '',
    'state=',
    'é',
    undefined,
    ['state', 'other'],
    's'.repeat(200),
  ]) {
    expect(await readAttempt({ cookie }, state)).toBe(undefined)
  }
})

test('is not found under the state of another attempt', async () => {
  stubEnv()
  const cookie = (await cookieOf()).replace('oauth-state', 'oauth-other')
  expect(await readAttempt({ cookie }, 'other')).toBe(undefined)
})

test('replaces the oldest attempt if there are four', async () => {
  stubEnv()
  const cookies = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((state) => cookieOf({ state })))
  const cookie = cookies.join('; ')
  const changes = await createAttemptCookies({ ...attempt, state: 'f' }, { cookie })
  expect(changes.map((change) => change.split(';')[0])).toEqual([
    '__Host-oauth-a=',
    '__Host-oauth-b=',
    expect.stringMatching(/^__Host-oauth-f=./),
  ])
})

test('four of the longest attempts and a session fit into 16 kB of headers', async () => {
  stubEnv()
  const returnTo = `/${'x'.repeat(999)}`
  const cookie = await cookieOf({ state: 's'.repeat(43), verifier: 'v'.repeat(43), returnTo })
  expect(4 * cookie.length + 4096).toBeLessThan(12_000)
})

test('returns to the default page instead of a path of more than 1,000 characters', async () => {
  stubEnv()
  const cookie = await cookieOf({ returnTo: `/${'x'.repeat(1000)}` })
  expect(await readAttempt({ cookie }, 'state')).toMatchObject({ returnTo: '/me' })
})

test('does not accept a session as an attempt', async () => {
  stubEnv()
  const session = await createCookieHeader(createSession())
  const cookie = session.replace('__Host-github-session', '__Host-oauth-state')
  expect(await readAttempt({ cookie }, 'state')).toBe(undefined)
})

test('is cleared by the callback', () => {
  stubEnv()
  expect(clearAttemptCookie(attempt)).toBe(
    '__Host-oauth-state=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure',
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal } from './seal.ts'
import { Secret } from './secret.ts'
import {
  clearSessionCookies,
  createSessionCookies,
  readSession,
  type SessionOptions,
  sealSession,
  unsealSession,
} from './session.ts'

type Session = { email: string; key: Secret; signedInAt: number }

const noon = Date.parse('2026-06-01T12:00:00Z')
const hour = 3_600_000
const options: SessionOptions<Session> = {
  secrets: ['a secret of more than thirty-two characters'],
  siteUrl: 'https://shop.test',
  cookieName: 'shop-session',
  signedInCookieName: 'shop-signed-in',
  lifetimeSeconds: 8 * 3600,
  now: () => noon,
  serialize: ({ key, ...rest }) => ({ ...rest, key: key.reveal() }),
  parse: ({ email, key, signedInAt }) =>
    typeof email === 'string' && typeof key === 'string' && typeof signedInAt === 'number'
      ? { email, key: new Secret(key), signedInAt }
      : undefined,
}
const session: Session = {
  email: 'mona@shop.test',
  key: new Secret('key_0123456789abcdef'),
  signedInAt: noon / 1000,
}

function at(time: number): SessionOptions<Session> {
  return { ...options, now: () => time }
}

/** The Cookie header that a browser sends after it receives these cookies. */
function toCookieHeader(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

test('unseals the session that it sealed', async () => {
  const texts = fc.string({ minLength: 1, maxLength: 300 })
  await fc.assert(
    fc.asyncProperty(texts, texts, async (email, key) => {
      const sealed = await sealSession({ ...session, email, key: new Secret(key) }, options)
      const unsealed = await unsealSession(sealed, options)
      expect(unsealed).toMatchObject({ state: 'valid', session: { email } })
      expect(unsealed.state === 'valid' && unsealed.session.key.reveal()).toBe(key)
    }),
  )
})

test('expires after its lifetime, even when it is sealed again in between', async () => {
  const sealedAgain = await sealSession(session, at(noon + 7 * hour))
  expect(await unsealSession(sealedAgain, at(noon + 7.99 * hour))).toMatchObject({ state: 'valid' })
  expect(await unsealSession(sealedAgain, at(noon + 8 * hour))).toEqual({ state: 'expired' })
})

test('rejects claims that the application cannot parse', async () => {
  const { secrets, now } = options
  const sealed = await seal({ email: 1 }, { secrets, now, purpose: 'session' }, 60)
  expect(await unsealSession(sealed, options)).toEqual({ state: 'invalid' })
})

test('creates a sealed cookie, and one that scripts can read', async () => {
  const [sealed, signedIn] = await createSessionCookies(session, at(noon + hour))
  expect(sealed).toMatch(
    /^__Host-shop-session=[\w.-]+; Path=\/; Max-Age=25200; SameSite=Lax; HttpOnly; Secure$/,
  )
  expect(signedIn).toBe('__Host-shop-signed-in=1; Path=/; Max-Age=25200; SameSite=Lax; Secure')
})

test('creates and clears one cookie for an application without the second', async () => {
  const { signedInCookieName: _, ...alone } = { ...options, siteUrl: 'http://localhost:3000' }
  expect(await createSessionCookies(session, alone)).toEqual([
    expect.stringMatching(
      /^shop-session-3000=[\w.-]+; Path=\/; Max-Age=28800; SameSite=Lax; HttpOnly$/,
    ),
  ])
  expect(clearSessionCookies(alone)).toEqual([
    'shop-session-3000=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly',
  ])
})

test('clears both cookies', () => {
  expect(clearSessionCookies({ ...options, siteUrl: 'http://localhost:3000' })).toEqual([
    'shop-session-3000=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly',
    'shop-signed-in-3000=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly',
  ])
})

test('reads the state of the session from its cookie', async () => {
  const cookie = toCookieHeader(await createSessionCookies(session, options))
  expect(await readSession({}, options)).toEqual({ state: 'none' })
  expect(await readSession({ cookie }, options)).toMatchObject({
    state: 'valid',
    session: { email: 'mona@shop.test' },
  })
  expect(await readSession({ cookie }, at(noon + 8 * hour))).toEqual({ state: 'expired' })
  expect(await readSession({ cookie: `${cookie}; ${cookie}` }, options)).toEqual({
    state: 'duplicate',
  })
  for (const secrets of [[], ['another secret of more than 32 characters']]) {
    expect(await readSession({ cookie }, { ...options, secrets })).toEqual({ state: 'invalid' })
  }
})

test('rejects a session that does not fit into a cookie', async () => {
  const tooLong = { ...session, key: new Secret('x'.repeat(4096)) }
  await expect(createSessionCookies(tooLong, options)).rejects.toThrow(
    new RangeError('shop-session is longer than 4096 bytes'),
  )
})

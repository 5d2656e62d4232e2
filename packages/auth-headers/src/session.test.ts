import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal } from './seal.ts'
import { Secret } from './secret.ts'
import { openSession, type Session, sealSession } from './session.ts'

const noon = Date.parse('2026-06-01T12:00:00Z')
const sealing = { secrets: ['a secret of more than thirty-two characters'], now: () => noon }

const session = {
  login: 'mona',
  avatarUrl: 'https://avatars.test/mona',
  token: new Secret('ghu_0123456789abcdef'),
  from: 'github',
  signedInAt: noon / 1000,
} as const satisfies Session

/** A session with its secrets in plain sight. */
function plain({ token, renewal, ...rest }: Session) {
  return {
    ...rest,
    token: token.reveal(),
    renewal: renewal && { ...renewal, token: renewal.token.reveal() },
  }
}

test('opens what it has sealed, whoever it is', async () => {
  const secrets = fc.string({ minLength: 1, maxLength: 300 }).map((text) => new Secret(text))
  const sessions = fc.record(
    {
      login: fc.string(),
      avatarUrl: fc.option(fc.webUrl()),
      token: secrets,
      from: fc.constantFrom('github', 'pasted'),
      signedInAt: fc.constant(session.signedInAt),
      renewal: fc.record({ token: secrets, tokenEndsAt: fc.nat() }),
    },
    { requiredKeys: ['login', 'avatarUrl', 'token', 'from', 'signedInAt'] },
  )
  await fc.assert(
    fc.asyncProperty(sessions, async (some: Session) => {
      const opened = await openSession(await sealSession(some, sealing), sealing)
      expect(opened.state === 'open' && plain(opened.session)).toEqual(plain(some))
    }),
  )
})

test('ends eight hours after the sign-in, whatever is sealed anew in between', async () => {
  const hours = (count: number) => ({ ...sealing, now: () => noon + count * 3_600_000 })
  const anew = await sealSession(session, hours(7))
  expect(await openSession(anew, hours(7.99))).toMatchObject({ state: 'open' })
  expect(await openSession(anew, hours(8))).toEqual({ state: 'expired' })
})

test.each([
  { login: 1 },
  { token: null },
  { avatarUrl: 1 },
  { from: 'elsewhere' },
  { signedInAt: '1' },
  { renewal: 'ghr_1' },
  { renewal: null },
  { renewal: { token: 'ghr_1' } },
  { renewal: { tokenEndsAt: 1 } },
])('takes no session that another version has sealed with %j', async (claims) => {
  const purpose = 'session'
  const whole = { ...plain(session), ...claims }
  expect(await openSession(await seal(whole, { ...sealing, purpose }, 60), sealing)).toEqual({
    state: 'invalid',
  })
})

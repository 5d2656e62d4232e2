import { createSessionCookies, Secret, seal, sealSession, unsealSession } from '@repo/auth-headers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { clearSession, getSessionOptions, type Session } from './session.ts'
import { createSession, signInEnv } from './test-support.ts'

const noon = Date.parse('2026-06-01T12:00:00Z')
const session = createSession({
  avatarUrl: 'https://avatars.test/mona',
  signedInAt: noon / 1000,
})

function stubEnv(env: Record<string, string> = {}) {
  for (const [name, value] of Object.entries({ ...signInEnv, ...env })) vi.stubEnv(name, value)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  return { ...getSessionOptions(), now: () => noon }
}

/** A session with its secrets revealed. */
function reveal({ token, refresh, ...rest }: Session) {
  return {
    ...rest,
    token: token.reveal(),
    refresh: refresh && { ...refresh, token: refresh.token.reveal() },
  }
}

test('unseals the sessions that it sealed', async () => {
  const options = stubEnv()
  for (const login of ['mona', 'ömer-1', '"\\\n']) {
    for (const tokenSource of ['github', 'pasted'] as const) {
      for (const refresh of [undefined, { token: new Secret('ghr_1'), tokenExpiresAt: 0 }]) {
        const some = { ...session, login, tokenSource, ...(refresh && { refresh }) }
        const unsealed = await unsealSession(await sealSession(some, options), options)
        expect(unsealed.state === 'valid' && reveal(unsealed.session)).toEqual(reveal(some))
      }
    }
  }
})

const claims = {
  login: 'mona',
  avatarUrl: null,
  token: 'ghu_0123456789abcdef',
  from: 'github',
  signedInAt: noon / 1000,
  renewal: { token: 'ghr_0123456789abcdef', tokenEndsAt: noon / 1000 + 3600 },
}

test('reads the claims of sessions that browsers already hold', async () => {
  const { secrets, now, ...options } = stubEnv()
  const sealed = await seal(claims, { secrets, now, purpose: 'session' }, 60)
  const unsealed = await unsealSession(sealed, { secrets, now, ...options })
  expect(unsealed.state === 'valid' && reveal(unsealed.session)).toEqual({
    login: 'mona',
    avatarUrl: null,
    token: 'ghu_0123456789abcdef',
    tokenSource: 'github',
    signedInAt: noon / 1000,
    refresh: { token: 'ghr_0123456789abcdef', tokenExpiresAt: noon / 1000 + 3600 },
  })
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
])('rejects a session with the claims %j', async (changed) => {
  const { secrets, now, ...options } = stubEnv()
  const sealed = await seal({ ...claims, ...changed }, { secrets, now, purpose: 'session' }, 60)
  expect(await unsealSession(sealed, { secrets, now, ...options })).toEqual({ state: 'invalid' })
})

test('stores a session for eight hours, and a cookie that scripts can read', async () => {
  const [sealed, signedIn] = await createSessionCookies(session, stubEnv())
  expect(sealed).toMatch(
    /^__Host-github-session=[\w.-]+; Path=\/; Max-Age=28800; SameSite=Lax; HttpOnly; Secure$/,
  )
  expect(signedIn).toBe('__Host-signed-in=1; Path=/; Max-Age=28800; SameSite=Lax; Secure')
})

test('fits GitHub’s longest tokens into one cookie', async () => {
  const token = new Secret(`ghs_${'x'.repeat(516)}`)
  const longest = { ...session, token, refresh: { token, tokenExpiresAt: noon } }
  const [cookie = ''] = await createSessionCookies(longest, stubEnv())
  expect(cookie.split(';')[0]?.length).toBeLessThan(4096)
})

test('deletes the session cookies and keeps others', () => {
  stubEnv({ SITE_URL: 'http://localhost:3000' })
  const headers = new Map<string, unknown>([['Set-Cookie', ['theme=dark', 'signed-in-3000=1']]])
  const res = {
    getHeader: (name: string) => headers.get(name),
    setHeader: (name: string, value: unknown) => headers.set(name, value),
  }
  clearSession(res as unknown as Parameters<typeof clearSession>[0])
  expect(headers.get('Set-Cookie')).toEqual([
    'theme=dark',
    'github-session-3000=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly',
    'signed-in-3000=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly',
  ])
})

test('has no secrets on plain http', () => {
  expect(stubEnv({ SITE_URL: 'http://dashboard.test' }).secrets).toEqual([])
})

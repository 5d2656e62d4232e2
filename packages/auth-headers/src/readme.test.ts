import {
  localPath,
  redact,
  Secret,
  type Session,
  sameOrigin,
  sessionCookies,
  viewerFrom,
  visitorFrom,
} from '@repo/auth-headers'
import { expect, test } from 'vitest'

test('README example', async () => {
  const session: Session = {
    login: 'mona',
    avatarUrl: null,
    token: new Secret('ghu_0123456789abcdef0123'),
    from: 'github',
    signedInAt: Date.now() / 1000,
  }
  const keys = {
    secrets: ['the newest secret, of 32 characters or more', 'the one before, until its last ends'],
    siteUrl: 'https://dashboard.test',
  }
  const [cookie = ''] = await sessionCookies(session, keys)
  const headers = {
    cookie: cookie.split(';')[0],
    origin: 'https://dashboard.test',
    'x-vercel-ip-country': 'CH',
  }

  // Who is asking: nobody, a token in the Authorization header, or a session.
  const viewer = await viewerFrom(headers, keys)
  expect(viewer).toMatchObject({ kind: 'session', session: { login: 'mona' } })

  // Whether a form of this site was sent.
  expect(sameOrigin(headers, keys.siteUrl)).toBe(true)

  // Where they are, when somebody says it who knows.
  expect(visitorFrom(headers, 'vercel').country).toBe('CH')

  expect(localPath('//evil.test')).toBe(undefined)
  expect(redact(`sent ${session.token.reveal()}`)).toBe('sent [redacted]')
})

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

const keys = {
  secrets: ['the newest secret, of 32 characters or more', 'the one before, until its last ends'],
  siteUrl: 'https://dashboard.test',
}

test('README example', async () => {
  const session: Session = {
    login: 'mona',
    avatarUrl: null,
    token: new Secret('ghu_0123456789abcdef0123'),
    from: 'github',
    signedInAt: Date.now() / 1000,
  }
  const [cookie = ''] = await sessionCookies(session, keys)
  const request = {
    headersDistinct: {
      cookie: [cookie.split(';')[0] ?? ''],
      origin: ['https://dashboard.test'],
      'x-vercel-ip-country': ['CH'],
    },
  }

  // Who is asking: nobody, a token in the Authorization header, or a session.
  const viewer = await viewerFrom(request.headersDistinct, keys)

  // Whether a form of this site was sent.
  const ours = sameOrigin(request.headersDistinct, keys.siteUrl)

  // Where they are, when somebody says it who knows.
  const { country } = visitorFrom(request.headersDistinct, 'vercel')

  // What may be led to after the sign-in, and what may stand in a log.
  const path = localPath('//evil.test')
  const line = redact(`sent ${session.token.reveal()}`)

  expect(viewer).toMatchObject({ kind: 'session', session: { login: 'mona' } })
  expect({ ours, country, path, line }).toEqual({
    ours: true,
    country: 'CH',
    path: undefined,
    line: 'sent [redacted]',
  })
})

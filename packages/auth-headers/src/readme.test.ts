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

// Whether a form of this site was sent.
const ours = sameOrigin(headers, keys.siteUrl)

// Where they are, when somebody says it who knows.
const { country } = visitorFrom(headers, 'vercel')

// Where to go afterwards, and what may stand in a log.
const returnTo = localPath('//evil.test') ?? '/'
const line = redact(`sent ${session.token.reveal()}`)

test('README example', () => {
  expect(viewer).toMatchObject({ kind: 'session', session: { login: 'mona' } })
  expect({ ours, country, returnTo, line }).toEqual({
    ours: true,
    country: 'CH',
    returnTo: '/',
    line: 'sent [redacted]',
  })
})

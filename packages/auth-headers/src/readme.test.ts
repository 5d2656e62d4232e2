import {
  createRedactor,
  createSessionCookies,
  isSameOrigin,
  parseLocalPath,
  readViewer,
  readVisitor,
  type SessionOptions,
  vercelGeoHeaders,
} from '@repo/auth-headers'
import { expect, test } from 'vitest'

// The content of a session, and how it is serialized.
type Session = { email: string; signedInAt: number }

const options: SessionOptions<Session> = {
  secrets: ['the newest secret, at least 32 characters', 'the previous one, until it is unused'],
  siteUrl: 'https://shop.test',
  cookieName: 'shop-session',
  lifetimeSeconds: 8 * 3600,
  serialize: (session) => session,
  parse: ({ email, signedInAt }) =>
    typeof email === 'string' && typeof signedInAt === 'number' ? { email, signedInAt } : undefined,
}

const [setCookie = ''] = await createSessionCookies(
  { email: 'mona@shop.test', signedInAt: Date.now() / 1000 },
  options,
)
const headers = {
  cookie: setCookie.split(';')[0],
  origin: 'https://shop.test',
  'x-vercel-ip-country': 'CH',
}

// The sender: anonymous, a token from the Authorization header, or a session.
const viewer = await readViewer(headers, options)

// Whether a page of this site sent the form.
const isOwnForm = isSameOrigin(headers, options.siteUrl)

// The location, from headers that the platform sets.
const { country } = readVisitor(headers, vercelGeoHeaders)

// Where to redirect after the sign-in; never to another site.
const returnTo = parseLocalPath('//evil.test') ?? '/'

// A log line without secrets.
const redact = createRedactor({ secretPatterns: [/\bkey_\w{16,}/g] })
const line = redact('sent key_0123456789abcdef')

test('runs the README example', () => {
  expect(viewer).toMatchObject({ kind: 'session', session: { email: 'mona@shop.test' } })
  expect({ isOwnForm, country, returnTo, line }).toEqual({
    isOwnForm: true,
    country: 'CH',
    returnTo: '/',
    line: 'sent [redacted]',
  })
})

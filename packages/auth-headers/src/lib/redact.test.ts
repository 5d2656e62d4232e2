import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRedactor } from './redact.ts'

const redact = createRedactor({
  cookieNames: ['shop-session', 'oauth'],
  secretPatterns: [/\bkey_[\w.-]{16,}/g],
})

test.each([
  [
    'used key_0123456789abcdef0123, twice: key_fedcba98765432100123',
    'used [redacted], twice: [redacted]',
  ],
  ['authorization: Bearer 0123456789abcdef0123', 'authorization: [redacted]'],
  ['Authorization: token 0123456789abcdef0123, next', 'Authorization: [redacted], next'],
  ['{"authorization":"token 0123456789abcdef"}', '{"authorization":"[redacted]"}'],
  ['{"authorization":["Bearer 0123456789abcdef"]}', '{"authorization":["[redacted]"]}'],
  ['"{\\"authorization\\":\\"token 0123456789\\"}"', '"{\\"authorization\\":\\"[redacted]\\"}"'],
  ["{ 'Proxy-Authorization': 'Basic bW9uYTpwYXNz' }", "{ 'Proxy-Authorization': '[redacted]' }"],
  ['sent Bearer abc.def~ghi+jkl/mno== to it', 'sent Bearer [redacted] to it'],
  [
    'cookie: a=b; __Host-shop-session=abc.def; c=d',
    'cookie: a=b; __Host-shop-session=[redacted]; c=d',
  ],
  ['{"cookie":"shop-session=abc.def"}', '{"cookie":"shop-session=[redacted]"}'],
  ['__Host-oauth=abc; Path=/', '__Host-oauth=[redacted]; Path=/'],
  ['oauth-a_-b-3000=abc; Path=/', 'oauth-a_-b-3000=[redacted]; Path=/'],
  ['eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn end', '[redacted] end'],
  ['/api/auth/callback?code=abc&state=def', '/api/auth/callback?code=[redacted]&state=def'],
  ['{"path":"/x?a=b&code=abc"}', '{"path":"/x?a=b&code=[redacted]"}'],
  ['{"access_token":"abc","scope":""}', '{"access_token":"[redacted]","scope":""}'],
])('redacts %s', (text, redacted) => {
  expect(redact(text)).toBe(redacted)
})

test.each([
  'GitHub responded with 404 to GET /repos/acme/rocket: not-found',
  '/repos/acme/rocket/issues?state=open&q=token',
  'The server’s token is invalid, expired or revoked.',
  '68c31cfe74556d0645f1aa7ae182bf0d66a219c2',
  'https://www.rfc-editor.org/rfc/rfc6750',
])('keeps "%s"', (text) => {
  expect(redact(text)).toBe(text)
})

test('redacts no cookies and no application secrets by default', () => {
  const text = 'cookie: shop-session=abc; key_0123456789abcdef0123'
  expect(createRedactor({})(text)).toBe(text)
})

test('throws for a pattern that is not global', () => {
  expect(() => createRedactor({ secretPatterns: [/key_\w+/] })).toThrow(
    new TypeError('Secret patterns must have the flag g'),
  )
})

test('keeps JSON valid', () => {
  const keys = fc.stringMatching(/^key_[A-Za-z0-9]{16,40}$/)
  fc.assert(
    fc.property(fc.jsonValue(), keys, (value, key) => {
      const line = JSON.stringify({ value, key, path: `/?code=${key}`, authorization: key })
      expect(JSON.parse(redact(line))).toEqual({
        value: JSON.parse(redact(JSON.stringify(value))),
        key: '[redacted]',
        path: '/?code=[redacted]',
        authorization: '[redacted]',
      })
    }),
  )
})

// A pattern that backtracks does not end before the runner gives up.
test('redacts adversarial texts without backtracking', () => {
  const texts = ['key_', 'eyJ', '.', 'authorization', 'bearer ', '\\', '["', 'code=', ' ']
  for (const first of texts) {
    for (const second of texts) {
      expect(redact(`${first}${second.repeat(20_000)}`)).toBeTypeOf('string')
      expect(redact(`${first}${second}`.repeat(10_000))).toBeTypeOf('string')
    }
  }
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact } from './redact.ts'

const letters = '[A-Za-z0-9]'
const tokens = fc.oneof(
  fc.stringMatching(new RegExp(`^gh[pousr]_${letters}{36,255}$`)),
  fc.stringMatching(new RegExp(`^github_pat_${letters}{22}_${letters}{59}$`)),
  // An installation's token is a JWT of some 520 characters with dots in it.
  fc.stringMatching(/^ghs_eyJ[\w-]{60,80}\.[\w-]{200,220}\.[\w-]{200,220}$/),
)

test('leaves nothing of any token of GitHub’s, wherever it stands', () => {
  const around = fc.stringMatching(/^[a-z "{}:,=?&\n]{0,20}$/)
  fc.assert(
    fc.property(around, tokens, around, (before, token, after) => {
      const text = redact(`${before}${token}${after === '' ? '' : ` ${after}`}`)
      expect(text).not.toContain(token.slice(-8))
      expect(text).not.toContain(token.slice(0, 12))
      expect(redact(text)).toBe(text)
    }),
  )
})

test.each([
  ['authorization: Bearer 0123456789abcdef0123', 'authorization: [redacted]'],
  ['Authorization: token 0123456789abcdef0123, next', 'Authorization: [redacted], next'],
  ['{"authorization":"token 0123456789abcdef"}', '{"authorization":"[redacted]"}'],
  ['{"authorization":["Bearer 0123456789abcdef"]}', '{"authorization":["[redacted]"]}'],
  ['"{\\"authorization\\":\\"token 0123456789\\"}"', '"{\\"authorization\\":\\"[redacted]\\"}"'],
  ["{ 'Proxy-Authorization': 'Basic bW9uYTpwYXNz' }", "{ 'Proxy-Authorization': '[redacted]' }"],
  ['sent Bearer abc.def~ghi+jkl/mno== to it', 'sent Bearer [redacted] to it'],
  [
    'cookie: a=b; __Host-github-session=abc.def; c=d',
    'cookie: a=b; __Host-github-session=[redacted]; c=d',
  ],
  ['{"cookie":"github-session=abc.def"}', '{"cookie":"github-session=[redacted]"}'],
  ['__Host-oauth=abc; Path=/', '__Host-oauth=[redacted]; Path=/'],
  ['eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn end', '[redacted] end'],
  ['/api/auth/callback?code=abc&state=def', '/api/auth/callback?code=[redacted]&state=def'],
  ['{"path":"/x?a=b&code=abc"}', '{"path":"/x?a=b&code=[redacted]"}'],
  ['{"access_token":"abc","scope":""}', '{"access_token":"[redacted]","scope":""}'],
])('redacts %s', (text, shown) => {
  expect(redact(text)).toBe(shown)
})

test.each([
  'GitHub answered 404 to GET /repos/acme/rocket: not-found',
  '/repos/acme/rocket/issues?state=open&q=token',
  'The token that this server sends is wrong, expired or revoked.',
  '68c31cfe74556d0645f1aa7ae182bf0d66a219c2',
  'https://www.rfc-editor.org/rfc/rfc6750',
])('leaves "%s" as it is', (text) => {
  expect(redact(text)).toBe(text)
})

test('keeps JSON what it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), tokens, (value, token) => {
      const line = JSON.stringify({ value, token, path: `/?code=${token}`, authorization: token })
      expect(JSON.parse(redact(line))).toEqual({
        value: JSON.parse(redact(JSON.stringify(value))),
        token: '[redacted]',
        path: '/?code=[redacted]',
        authorization: '[redacted]',
      })
    }),
  )
})

test('takes no longer for a text that is made to take long', () => {
  const texts = ['gh', 'ghp_', 'eyJ', '.', 'authorization', 'bearer ', '\\', '["', 'code=', ' ']
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (one, other) => {
      const began = performance.now()
      redact(`${one}${other.repeat(20_000)}`)
      redact(`${one}${other}`.repeat(10_000))
      expect(performance.now() - began).toBeLessThan(2000)
    }),
    { numRuns: 40 },
  )
})

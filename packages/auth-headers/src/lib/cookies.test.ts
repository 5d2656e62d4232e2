import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clearCookie,
  getCookieName,
  listCookieNames,
  readCookie,
  serializeCookie,
} from './cookies.ts'

const https = 'https://dashboard.test'
const local = 'http://localhost:3000'

test('serializes a cookie with __Host- and Secure on https', () => {
  expect(serializeCookie({ name: 'session', value: 'a.b', maxAgeSeconds: 60 }, https)).toBe(
    '__Host-session=a.b; Path=/; Max-Age=60; SameSite=Lax; HttpOnly; Secure',
  )
})

test('serializes a cookie with the port in its name on localhost', () => {
  expect(serializeCookie({ name: 'session', value: 'a.b', maxAgeSeconds: 60 }, local)).toBe(
    'session-3000=a.b; Path=/; Max-Age=60; SameSite=Lax; HttpOnly',
  )
})

test('omits HttpOnly only for a cookie that scripts may read', () => {
  expect(
    serializeCookie(
      { name: 'hint', value: '1', maxAgeSeconds: 60, isReadableByScripts: true },
      https,
    ),
  ).toBe('__Host-hint=1; Path=/; Max-Age=60; SameSite=Lax; Secure')
})

test('clears a cookie under its prefixed name', () => {
  expect(clearCookie('session', https)).toBe(
    '__Host-session=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure',
  )
})

test('rejects a cookie over the browsers’ limit of 4,096 bytes', () => {
  const fits = 'x'.repeat(4096 - '__Host-session'.length)
  const cookie = { name: 'session', maxAgeSeconds: 60 }
  expect(serializeCookie({ ...cookie, value: fits }, https)).toContain(fits)
  expect(() => serializeCookie({ ...cookie, value: `${fits}x` }, https)).toThrow(
    new RangeError('session is longer than 4096 bytes'),
  )
})

test.each(['a b', 'a;b', 'a,b', 'a"b', 'a\r\nb', 'é'])(
  'rejects the name and the value %j',
  (value) => {
    expect(() => serializeCookie({ name: 'session', value, maxAgeSeconds: 60 }, https)).toThrow(
      TypeError,
    )
    expect(() => serializeCookie({ name: value, value: '1', maxAgeSeconds: 60 }, https)).toThrow(
      TypeError,
    )
  },
)

test('reads a serialized cookie among others', () => {
  const values = fc.stringMatching(/^[\w.~+/=-]{0,50}$/)
  const others = fc.array(fc.stringMatching(/^[a-z]{1,5}=[a-z=]{0,5}$/))
  fc.assert(
    fc.property(values, others, others, (value, before, after) => {
      const [pair = ''] = serializeCookie({ name: 'wanted', value, maxAgeSeconds: 1 }, https).split(
        ';',
      )
      const cookie = [...before, pair, ...after].join('; ')
      expect(readCookie({ cookie }, 'wanted', https)).toEqual({ state: 'present', value })
    }),
  )
})

test.each<[string | string[]]>([
  ['__Host-session=a; __Host-session=b'],
  ['__Host-session=a; x=y; __Host-session=a'],
  ['__Host-session=a;__Host-session='],
  [['__Host-session=a', '__Host-session=b']],
])('reports two cookies of one name as duplicate: %j', (cookie) => {
  expect(readCookie({ cookie }, 'session', https)).toEqual({ state: 'duplicate' })
})

test.each([
  '',
  'session=a',
  '__host-session=a',
  '__HOST-SESSION=a',
  '__Host-session',
  '=__Host-session=a',
  '__Host-session =a',
  '__Host-sessions=a',
  '__Secure-session=a',
  // Browsers let a sibling domain set these, and a lenient parser would accept them.
  '\u00a0__Host-session=a',
  '\u0085__Host-session=a',
  '\u2000__Host-session=a',
  '\u000b__Host-session=a',
  '$Version=1,__Host-session=a',
])('matches the prefixed name exactly: %j', (cookie) => {
  expect(readCookie({ cookie }, 'session', https)).toEqual({ state: 'absent' })
})

test('returns a state for any header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readCookie({ cookie: text }, 'session', https).state).toMatch(
        /absent|present|duplicate/,
      )
      expect(readCookie({}, 'session', https)).toEqual({ state: 'absent' })
    }),
  )
})

test.each([
  ['https://dashboard.test', '__Host-session'],
  ['https://dashboard.test:443/path', '__Host-session'],
  ['https://localhost:8443', '__Host-session-8443'],
  ['http://localhost', 'session'],
  ['http://localhost:3001', 'session-3001'],
])('names a cookie of %s %s', (siteUrl, name) => {
  expect(getCookieName('session', siteUrl)).toBe(name)
})

test('two servers on one host do not read each other’s cookies', () => {
  const [cookie = ''] = serializeCookie(
    { name: 'session', value: 'a', maxAgeSeconds: 60 },
    local,
  ).split(';')
  expect(readCookie({ cookie }, 'session', local)).toEqual({ state: 'present', value: 'a' })
  expect(readCookie({ cookie }, 'session', 'http://localhost:3001')).toEqual({ state: 'absent' })
})

test('lists the names that start with a prefix, oldest first', () => {
  const cookie =
    'b=1; attempt-z-3000=1; attempt-a-3000=2; attempt-z-3000=3; attempt-a-3001=4; attempt-é-3000=5'
  expect(listCookieNames({ cookie }, 'attempt-', local)).toEqual(['attempt-z', 'attempt-a'])
  const secure = '__Host-attempt-a=1; attempt-b=2'
  expect(listCookieNames({ cookie: secure }, 'attempt-', https)).toEqual(['attempt-a'])
  expect(listCookieNames({}, 'attempt-', https)).toEqual([])
})

test('ignores a Cookie header that is longer than 16,384 characters', () => {
  const pair = '__Host-session=a'
  const fits = `${pair};${' '.repeat(16_384 - pair.length - 1)}`
  expect(readCookie({ cookie: fits }, 'session', https)).toEqual({ state: 'present', value: 'a' })
  expect(readCookie({ cookie: `${fits} ` }, 'session', https)).toEqual({ state: 'absent' })
  expect(readCookie({ cookie: [fits, ' '] }, 'session', https)).toEqual({ state: 'absent' })
})

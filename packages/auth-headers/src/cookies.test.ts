import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clearCookie, mayKeepCookies, readCookie, setCookie } from './cookies.ts'

const https = 'https://dashboard.test'
const local = 'http://localhost:3000'

test('is for https alone on https, and nobody else can set it', () => {
  expect(setCookie({ name: 'session', value: 'a.b', maxAge: 60 }, https)).toBe(
    '__Host-session=a.b; Path=/; Max-Age=60; SameSite=Lax; HttpOnly; Secure',
  )
})

test('has its plain name on this machine', () => {
  expect(setCookie({ name: 'session', value: 'a.b', maxAge: 60 }, local)).toBe(
    'session=a.b; Path=/; Max-Age=60; SameSite=Lax; HttpOnly',
  )
})

test('can be read by scripts only where that is said', () => {
  expect(setCookie({ name: 'hint', value: '1', maxAge: 60, readable: true }, https)).toBe(
    '__Host-hint=1; Path=/; Max-Age=60; SameSite=Lax; Secure',
  )
})

test('is taken back under the name under which it was given', () => {
  expect(clearCookie('session', https)).toBe(
    '__Host-session=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure',
  )
})

test('is never so long that browsers drop it in silence', () => {
  const fits = 'x'.repeat(4096 - '__Host-session'.length)
  const cookie = { name: 'session', maxAge: 60 }
  expect(setCookie({ ...cookie, value: fits }, https)).toContain(fits)
  expect(() => setCookie({ ...cookie, value: `${fits}x` }, https)).toThrow(
    new RangeError('session is longer than 4096 bytes'),
  )
})

test.each(['a b', 'a;b', 'a,b', 'a"b', 'a\r\nb', 'é'])('has no value such as %j', (value) => {
  expect(() => setCookie({ name: 'session', value, maxAge: 60 }, https)).toThrow(TypeError)
  expect(() => setCookie({ name: value, value: '1', maxAge: 60 }, https)).toThrow(TypeError)
})

test('reads what it has set, among others', () => {
  const values = fc.stringMatching(/^[\w.~+/=-]{0,50}$/)
  const others = fc.array(fc.stringMatching(/^[a-z]{1,5}=[a-z=]{0,5}$/))
  fc.assert(
    fc.property(values, others, others, (value, before, after) => {
      const [pair = ''] = setCookie({ name: 'the-one', value, maxAge: 1 }, https).split(';')
      const cookie = [...before, pair, ...after].join('; ')
      expect(readCookie({ cookie }, 'the-one', https)).toEqual({ state: 'present', value })
    }),
  )
})

test.each<[string | string[]]>([
  ['__Host-session=a; __Host-session=b'],
  ['__Host-session=a; x=y; __Host-session=a'],
  ['__Host-session=a;__Host-session='],
  [['__Host-session=a', '__Host-session=b']],
])('takes two of one name for none: %j', (cookie) => {
  expect(readCookie({ cookie }, 'session', https)).toEqual({ state: 'doubled' })
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
  // What browsers let a neighbouring site set, and a lenient reader takes for ours.
  '\u00a0__Host-session=a',
  '\u0085__Host-session=a',
  '\u2000__Host-session=a',
  '\u000b__Host-session=a',
  '$Version=1,__Host-session=a',
])('takes no other name for the one with the prefix: %j', (cookie) => {
  expect(readCookie({ cookie }, 'session', https)).toEqual({ state: 'absent' })
})

test('reads something or nothing, whatever comes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readCookie({ cookie: text }, 'session', https).state).toMatch(/absent|present|doubled/)
      expect(readCookie({}, 'session', https)).toEqual({ state: 'absent' })
    }),
  )
})

test.each([
  [https, true],
  [local, true],
  ['http://app.localhost', true],
  ['http://127.0.0.1:3000', true],
  ['http://[::1]:3000', true],
  ['http://dashboard.test', false],
  ['http://localhost.dashboard.test', false],
  ['http://127.0.0.1.dashboard.test', false],
  ['http://192.168.0.1', false],
])('tells of %s whether cookies are safe on their way: %s', (siteUrl, may) => {
  expect(mayKeepCookies(siteUrl)).toBe(may)
})

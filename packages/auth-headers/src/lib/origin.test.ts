import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameOrigin, isSecureOrigin, parseLocalPath } from './origin.ts'

const siteUrl = 'https://dashboard.test/base'
const origin = 'https://dashboard.test'

test.each([
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'same-origin', origin },
  { origin },
])('accepts %j as same-origin', (headers) => {
  expect(isSameOrigin(headers, siteUrl)).toBe(true)
})

test.each([
  {},
  { referer: `${origin}/` },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': '' },
  { 'sec-fetch-site': 'SAME-ORIGIN' },
  { 'sec-fetch-site': 'cross-site', origin },
  { 'sec-fetch-site': ['same-origin', 'cross-site'] },
  { origin: 'null' },
  { origin: 'https://evil.test' },
  { origin: 'http://dashboard.test' },
  { origin: 'https://dashboard.test:8443' },
  { origin: 'https://dashboard.test.evil.test' },
  { origin: 'https://dashboard.test/' },
  { origin: [origin, origin] },
])('rejects %j as cross-origin', (headers) => {
  expect(isSameOrigin(headers, siteUrl)).toBe(false)
})

test.each([
  ['https://dashboard.test', true],
  ['http://localhost:3000', true],
  ['http://app.localhost', true],
  ['http://127.0.0.1:3000', true],
  ['http://[::1]:3000', true],
  ['http://dashboard.test', false],
  ['http://localhost.dashboard.test', false],
  ['http://127.0.0.1.dashboard.test', false],
  ['http://192.168.0.1', false],
])('isSecureOrigin(%s) is %s', (siteUrl, isSecure) => {
  expect(isSecureOrigin(siteUrl)).toBe(isSecure)
})

test.each([
  '/',
  '/me',
  '/me/',
  '/me/repos/acme/rocket.js',
  '/me?sort=name&page=2',
  '/search?q=a%2Fb%20c%5C',
])('parses the path %s', (path) => {
  expect(parseLocalPath(path)).toBe(path)
})

test('resolves dot segments and drops the fragment', () => {
  expect(parseLocalPath('/me/../search?q=1#top')).toBe('/search?q=1')
})

test.each([
  undefined,
  null,
  1,
  ['/me'],
  '',
  ' ',
  'me',
  './me',
  '?a=b',
  ' /me',
  '/me ',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/me\\..\\evil',
  '/\t/evil.test',
  '/\n/evil.test',
  '/\r\nSet-Cookie: a=b',
  '/me\0',
  '/\u00a0/evil.test',
  '/\u2028/evil.test',
  '/.//evil.test',
  '/..//evil.test',
  '/me/..//evil.test',
  '/me//evil.test',
  '/%2f%2fevil.test',
  '/%2F/evil.test',
  '/%5cevil.test',
  '/%252f%252fevil.test',
  '/%09/evil.test',
  '/%00',
  '/%2e%2e//evil.test',
  '/é',
  '/／evil.test',
  'https://evil.test',
  'https:/evil.test',
  'https:evil.test',
  'http://dashboard.test/me',
  'javascript:alert(1)',
  'data:text/html,x',
  '@evil.test',
  ':80',
  `/${'x'.repeat(2000)}`,
])('rejects %j', (value) => {
  expect(parseLocalPath(value)).toBe(undefined)
})

test('never leaves the site, however a browser or proxy decodes the path', () => {
  const pieces = fc.constantFrom(
    ...[
      '/',
      '//',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      '%09',
      '@',
      ':',
      '?',
      '#',
      'evil.test',
      'http:',
      '\t',
      'me',
    ],
  )
  const hostile = fc.array(pieces, { maxLength: 8 }).map((parts) => `/${parts.join('')}`)
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.webUrl()), (value) => {
      const path = parseLocalPath(value)
      if (path === undefined) return
      expect(new URL(path, 'https://dashboard.test').origin).toBe('https://dashboard.test')
      // A proxy or a browser may decode once, or treat a backslash as a slash.
      const decoded = decodeURIComponent(path.split('?')[0] ?? '').replaceAll('\\', '/')
      expect(decoded).toMatch(/^\/(?!\/)/)
      expect(parseLocalPath(path)).toBe(path)
    }),
    { numRuns: 5000 },
  )
})

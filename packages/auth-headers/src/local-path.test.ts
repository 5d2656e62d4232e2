import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each([
  '/',
  '/me',
  '/me/',
  '/me/repos/acme/rocket.js',
  '/me?sort=name&page=2',
  '/search?q=a%2Fb%20c%5C',
])('takes %s as it is', (path) => {
  expect(localPath(path)).toBe(path)
})

test('goes the way that dots say, and leaves out the fragment', () => {
  expect(localPath('/me/../search?q=1#top')).toBe('/search?q=1')
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
])('refuses %j', (address) => {
  expect(localPath(address)).toBe(undefined)
})

test('leads nowhere else, whatever comes, to any reader', () => {
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
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.webUrl()), (address) => {
      const path = localPath(address)
      if (path === undefined) return
      expect(new URL(path, 'https://dashboard.test').origin).toBe('https://dashboard.test')
      // A proxy or a browser may decode once, or take a backslash for a slash.
      const read = decodeURIComponent(path.split('?')[0] ?? '').replaceAll('\\', '/')
      expect(read).toMatch(/^\/(?!\/)/)
      expect(localPath(path)).toBe(path)
    }),
    { numRuns: 5000 },
  )
})

import { expect, test } from 'vitest'
import { isDataRequestFor } from './data-request.ts'

const data = 'https://dashboard.test/_next/data/build'

test.each([
  ['/index.json', '/'],
  ['/status.json', '/status'],
  ['/repos/acme/rocket.json?owner=acme&repo=rocket', '/repos/acme/rocket'],
  [
    '/repos/acme/rocket/issues.json?state=closed&owner=acme&repo=rocket',
    '/repos/acme/rocket/issues?state=closed',
  ],
  ['/search.json?q=user%3Aacme', '/search?q=user:acme'],
  ['/search.json?q=a+b', '/search?q=a%20b#results'],
  ['/repos/acme/%C3%A9.json?owner=acme&repo=%C3%A9', '/repos/acme/é'],
  ['/robots.txt.json', '/robots.txt'],
])('matches the data request %s to the page %s', (path, page) => {
  expect(isDataRequestFor(data + path, page)).toBe(true)
})

test.each([
  ['/status.json', '/'],
  ['/repos/acme/rocket.json?owner=acme&repo=rocket', '/repos/acme/rocket/issues'],
  ['/search.json?q=a', '/search?q=b'],
  ['/search.json?q=a', '/search?q=a&page=2'],
])('does not match the data request %s to the page %s', (path, page) => {
  expect(isDataRequestFor(data + path, page)).toBe(false)
})

test('does not match a request for an API route', () => {
  expect(isDataRequestFor('https://dashboard.test/api/session', '/api/session')).toBe(false)
})

test('compares a path that cannot be decoded without decoding it', () => {
  expect(isDataRequestFor(`${data}/%E0%A4%A.json`, '/%E0%A4%A')).toBe(true)
})

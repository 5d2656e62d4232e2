import { expect, test } from 'vitest'
import { sameOrigin } from './same-origin.ts'

const siteUrl = 'https://dashboard.test/base'
const origin = 'https://dashboard.test'

test.each([
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'same-origin', origin },
  { origin },
])('takes %j for a request of this site', (headers) => {
  expect(sameOrigin(headers, siteUrl)).toBe(true)
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
])('takes %j for a request of somebody else', (headers) => {
  expect(sameOrigin(headers, siteUrl)).toBe(false)
})

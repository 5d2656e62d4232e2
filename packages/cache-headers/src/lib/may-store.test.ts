import { expect, test } from 'vitest'
import { type Exchange, mayStore } from './may-store.ts'

type Row = {
  title: string
  method?: string
  requestHeaders?: Record<string, string>
  status?: number
  headers: Record<string, string>
  targets?: string[]
}

const authorization = { authorization: 'Bearer ann' }

const stored: Row[] = [
  { title: 'a public page', headers: { 'cache-control': 'public, s-maxage=60' } },
  { title: 'a response to HEAD', method: 'HEAD', headers: { 'cache-control': 'max-age=60' } },
  { title: 'a 404 without headers', status: 404, headers: {} },
  { title: 'a 503 with a lifetime', status: 503, headers: { 'cache-control': 's-maxage=5' } },
  { title: 'a 503 with Expires', status: 503, headers: { expires: '0' } },
  { title: 'a public 302', status: 302, headers: { 'cache-control': 'public' } },
  { title: 'a response with no-cache', headers: { 'cache-control': 'no-cache' } },
  { title: 'a response that varies by a header', headers: { vary: 'Accept-Language' } },
  {
    title: 'a 200 with must-understand',
    headers: { 'cache-control': 'must-understand, max-age=60' },
  },
  ...['public', 's-maxage=60', 'max-age=60, must-revalidate'].map((value) => ({
    title: `a response to Authorization with ${value}`,
    requestHeaders: authorization,
    headers: { 'cache-control': value },
  })),
  {
    title: 'a response that a field on the target list allows',
    headers: { 'cache-control': 'private, no-store', 'cdn-cache-control': 'max-age=60' },
    targets: ['CDN-Cache-Control'],
  },
]

const notStored: Row[] = [
  { title: 'a response to POST', method: 'POST', headers: { 'cache-control': 'max-age=60' } },
  { title: 'a response to get', method: 'get', headers: { 'cache-control': 'max-age=60' } },
  { title: 'an interim response', status: 103, headers: { 'cache-control': 'max-age=60' } },
  { title: 'a partial response', status: 206, headers: { 'cache-control': 'max-age=60' } },
  { title: 'a 304', status: 304, headers: { 'cache-control': 'max-age=60' } },
  { title: 'a 503 without headers', status: 503, headers: {} },
  { title: 'a private response', headers: { 'cache-control': 's-maxage=60, Private="x"' } },
  { title: 'a response with no-store', headers: { 'cache-control': 'max-age=60, NO-STORE' } },
  {
    title: 'a response with a malformed Cache-Control',
    headers: { 'cache-control': 'max-age=60 public' },
  },
  { title: 'a response with Vary: *', headers: { vary: 'Accept, *' } },
  {
    title: 'a response that sets a cookie',
    headers: { 'cache-control': 'public, s-maxage=60', 'set-cookie': 'a=b' },
  },
  {
    title: 'a response to a request with no-store',
    requestHeaders: { 'cache-control': 'no-store' },
    headers: { 'cache-control': 'max-age=60' },
  },
  {
    title: 'a response to Authorization without a directive that allows it',
    requestHeaders: authorization,
    headers: { 'cache-control': 'max-age=60' },
  },
  {
    title: 'an unknown status with must-understand',
    status: 599,
    headers: { 'cache-control': 'must-understand, max-age=60' },
  },
  {
    title: 'a response with no-store and must-understand',
    headers: { 'cache-control': 'must-understand, no-store, max-age=60' },
  },
  {
    title: 'a response that only a field outside the target list allows',
    headers: { 'cache-control': 'private, no-store', 'cdn-cache-control': 'max-age=60' },
  },
  {
    title: 'a response that a field on the target list forbids',
    headers: { 'cache-control': 'public, s-maxage=60', 'cdn-cache-control': 'no-store' },
    targets: ['CDN-Cache-Control'],
  },
  {
    title: 'a 503 with a targeted field that has no lifetime',
    status: 503,
    headers: { expires: 'Thu, 31 Dec 2099 00:00:00 GMT', 'cdn-cache-control': 'none' },
    targets: ['CDN-Cache-Control'],
  },
]

test.each(stored)('stores $title', (row) => {
  expect(mayStore(exchange(row))).toBe(true)
})

test.each(notStored)('does not store $title', (row) => {
  expect(mayStore(exchange(row))).toBe(false)
})

function exchange({
  method = 'GET',
  requestHeaders = {},
  status = 200,
  headers,
  targets,
}: Row): Exchange {
  return {
    request: { method, headers: requestHeaders },
    response: { status, headers },
    ...(targets && { targets }),
  }
}

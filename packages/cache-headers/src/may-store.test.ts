import { expect, test } from 'vitest'
import { type Exchange, mayStore } from './may-store.ts'

type Row = {
  title: string
  method?: string
  asked?: Record<string, string>
  status?: number
  answered: Record<string, string>
  targets?: string[]
}

const authorization = { authorization: 'Bearer ann' }

const kept: Row[] = [
  { title: 'a page for everyone', answered: { 'cache-control': 'public, s-maxage=60' } },
  { title: 'an answer to HEAD', method: 'HEAD', answered: { 'cache-control': 'max-age=60' } },
  { title: 'a 404 that says nothing', status: 404, answered: {} },
  { title: 'a 503 with a time', status: 503, answered: { 'cache-control': 's-maxage=5' } },
  { title: 'a 503 that expires', status: 503, answered: { expires: '0' } },
  { title: 'a 302 that is public', status: 302, answered: { 'cache-control': 'public' } },
  { title: 'what must be asked for again', answered: { 'cache-control': 'no-cache' } },
  { title: 'what varies by a header', answered: { vary: 'Accept-Language' } },
  {
    title: 'a 200 that must be understood',
    answered: { 'cache-control': 'must-understand, max-age=60' },
  },
  ...['public', 's-maxage=60', 'max-age=60, must-revalidate'].map((value) => ({
    title: `an answer to Authorization with ${value}`,
    asked: authorization,
    answered: { 'cache-control': value },
  })),
  {
    title: 'what a targeted field allows, where the cache knows it',
    answered: { 'cache-control': 'private, no-store', 'cdn-cache-control': 'max-age=60' },
    targets: ['CDN-Cache-Control'],
  },
]

const refused: Row[] = [
  { title: 'an answer to POST', method: 'POST', answered: { 'cache-control': 'max-age=60' } },
  { title: 'an answer to get', method: 'get', answered: { 'cache-control': 'max-age=60' } },
  { title: 'an interim answer', status: 103, answered: { 'cache-control': 'max-age=60' } },
  { title: 'a part', status: 206, answered: { 'cache-control': 'max-age=60' } },
  { title: 'a 304', status: 304, answered: { 'cache-control': 'max-age=60' } },
  { title: 'a 503 that says nothing', status: 503, answered: {} },
  { title: 'what is private', answered: { 'cache-control': 's-maxage=60, Private="x"' } },
  { title: 'what is not to be stored', answered: { 'cache-control': 'max-age=60, NO-STORE' } },
  { title: 'what cannot be read', answered: { 'cache-control': 'max-age=60 public' } },
  { title: 'what varies by everything', answered: { vary: 'Accept, *' } },
  {
    title: 'what sets a cookie',
    answered: { 'cache-control': 'public, s-maxage=60', 'set-cookie': 'a=b' },
  },
  {
    title: 'what is asked not to be stored',
    asked: { 'cache-control': 'no-store' },
    answered: { 'cache-control': 'max-age=60' },
  },
  {
    title: 'an answer to Authorization that does not allow it',
    asked: authorization,
    answered: { 'cache-control': 'max-age=60' },
  },
  {
    title: 'a status that must be understood and is not',
    status: 599,
    answered: { 'cache-control': 'must-understand, max-age=60' },
  },
  {
    title: 'what is not to be stored, even where must-understand would allow it',
    answered: { 'cache-control': 'must-understand, no-store, max-age=60' },
  },
  {
    title: 'what only a targeted field allows, where the cache does not know it',
    answered: { 'cache-control': 'private, no-store', 'cdn-cache-control': 'max-age=60' },
  },
  {
    title: 'what a targeted field forbids',
    answered: { 'cache-control': 'public, s-maxage=60', 'cdn-cache-control': 'no-store' },
    targets: ['CDN-Cache-Control'],
  },
  {
    title: 'a 503 with a targeted field that gives no time',
    status: 503,
    answered: { expires: 'Thu, 31 Dec 2099 00:00:00 GMT', 'cdn-cache-control': 'none' },
    targets: ['CDN-Cache-Control'],
  },
]

test.each(kept)('keeps $title', (row) => {
  expect(mayStore(exchange(row))).toBe(true)
})

test.each(refused)('does not keep $title', (row) => {
  expect(mayStore(exchange(row))).toBe(false)
})

function exchange({ method = 'GET', asked = {}, status = 200, answered, targets }: Row): Exchange {
  return {
    request: { method, headers: asked },
    response: { status, headers: answered },
    ...(targets && { targets }),
  }
}

import { expect, test } from 'vitest'
import { cacheHeaders, setCacheHeaders } from './cache-headers.ts'
import { formatCacheTags, setCacheTags, type TagField, tagFields } from './cache-tags.ts'
import { headerRules } from './header-rules.ts'

const tagged = {
  scope: 'public',
  sMaxAge: 60,
  staleWhileRevalidate: 0,
  tags: ['repo:42', 'owner:acme'],
} as const

function sink(headers: Record<string, string> = {}) {
  const values = new Map(Object.entries(headers))
  return {
    values,
    getHeader: (name: string) => values.get(name),
    setHeader: (name: string, value: string) => values.set(name, value),
    removeHeader: (name: string) => values.delete(name),
  }
}

test.each<[TagField, string]>([
  ['Cache-Tag', 'repo:42,owner:acme'],
  ['Vercel-Cache-Tag', 'repo:42,owner:acme'],
  ['Surrogate-Key', 'repo:42 owner:acme'],
  ['xkey', 'repo:42 owner:acme'],
])('sends the tags of a public policy in %s', (field, value) => {
  const headers = {
    'Cache-Control': 'public, max-age=0, must-revalidate, s-maxage=60',
    'CDN-Cache-Control': 'max-age=60',
    [field]: value,
  }
  expect(cacheHeaders(tagged, field)).toEqual(headers)
  expect(headerRules(tagged, '/a', field)[0]).toEqual({
    source: '/a',
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  })
})

test('sends no tags without a field', () => {
  expect(Object.keys(cacheHeaders(tagged))).toEqual(['Cache-Control', 'CDN-Cache-Control'])
})

test('removes duplicate tags, and sends no empty field', () => {
  expect(formatCacheTags(['a', 'b', 'a'], 'xkey')).toBe('a b')
  expect(formatCacheTags([], 'xkey')).toBeUndefined()
})

const numbered = Array.from({ length: 5000 }, (_, index) => `repo:${100_000 + index}`)

test.each<[TagField, number, number]>([
  ['Cache-Tag', 1000, 11_999],
  ['Vercel-Cache-Tag', 128, 1535],
  ['Surrogate-Key', 1000, 11_999],
  ['xkey', 666, 7991],
])('leaves the last tags out of %s where the cache has a limit', (field, count, bytes) => {
  const value = formatCacheTags(numbered, field) ?? ''
  expect(value.split(/[ ,]/)).toEqual(numbered.slice(0, count))
  expect(value.length).toBe(bytes)
})

test.each(['', 'a b', 'a,b', 'a\nb', 'é', 'a\u0000'])('rejects the tag %j', (tag) => {
  expect(() => formatCacheTags([tag], 'Cache-Tag')).toThrow(
    new TypeError(
      `a cache tag must be printable ASCII without spaces and commas, not ${JSON.stringify(tag)}`,
    ),
  )
})

test('rejects a tag that is too long for the cache', () => {
  expect(() => formatCacheTags(['a'.repeat(257)], 'Vercel-Cache-Tag')).toThrow(
    new RangeError('a cache tag must have at most 256 characters, not 257'),
  )
  expect(formatCacheTags(['a'.repeat(1024)], 'Surrogate-Key')).toBe('a'.repeat(1024))
})

test.each(['public, max-age=0, must-revalidate, s-maxage=60', 'public, s-maxage=5'])(
  'tags a response with %s',
  (cacheControl) => {
    const res = sink({ 'Cache-Control': cacheControl })
    setCacheTags(res, ['repo:42', 'search'], 'Surrogate-Key')
    expect(res.values.get('Surrogate-Key')).toBe('repo:42 search')
  },
)

test.each([
  undefined,
  'private, no-store',
  'public, private',
  'public, no-store',
  'no-cache',
  'max-age=60',
  'public, max-age="',
])('leaves no tag on a response with %s', (cacheControl) => {
  const res = sink({
    ...(cacheControl !== undefined && { 'Cache-Control': cacheControl }),
    ...Object.fromEntries(tagFields.map((field) => [field, 'repo:1'])),
  })
  setCacheTags(res, ['repo:42'], 'Surrogate-Key')
  expect([...res.values.keys()].filter((name) => name !== 'Cache-Control')).toEqual([])
})

test('removes the tags of an earlier policy', () => {
  const res = sink()
  setCacheHeaders(res, tagged, 'Cache-Tag')
  expect(res.values.get('Cache-Tag')).toBe('repo:42,owner:acme')
  setCacheHeaders(res, { scope: 'private' }, 'Cache-Tag')
  expect([...res.values]).toEqual([['Cache-Control', 'private, no-store']])
})

test('the type of a private policy accepts no tags', () => {
  // @ts-expect-error A response for one visitor has no tags.
  expect(cacheHeaders({ scope: 'private', tags: ['repo:42'] }, 'xkey')).toEqual({
    'Cache-Control': 'private, no-store',
  })
})

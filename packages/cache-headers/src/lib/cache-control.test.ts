import { expect, test } from 'vitest'
import { type CacheControl, formatCacheControl, parseCacheControl } from './cache-control.ts'

test('parses every known directive', () => {
  expect(
    parseCacheControl(
      'public, max-age=1, s-maxage=2, stale-while-revalidate=3, stale-if-error=4, immutable, ' +
        'must-revalidate, proxy-revalidate, no-cache, no-store, no-transform, must-understand',
    ),
  ).toEqual({
    public: true,
    'max-age': 1,
    's-maxage': 2,
    'stale-while-revalidate': 3,
    'stale-if-error': 4,
    immutable: true,
    'must-revalidate': true,
    'proxy-revalidate': true,
    'no-cache': true,
    'no-store': true,
    'no-transform': true,
    'must-understand': true,
  })
})

const noStore: CacheControl = { private: true, 'no-store': true }

// At least one of http-cache-semantics 4.3.0, @remix-run/headers 0.21.1, @tusbar/cache-control
// 3.0.1 and cache-control-parser 2.2.0 loses a restriction of each value, or invents a directive.
const misreadByOthers: [value: string, control: CacheControl][] = [
  ['NO-STORE', { 'no-store': true }],
  ['PRIVATE, max-age=60', { private: true, 'max-age': 60 }],
  ['max-age=60, Private', { private: true, 'max-age': 60 }],
  ['no-store max-age=60', noStore],
  ['no-store=1', { 'no-store': true }],
  ['max-age = 60', noStore],
  ['max-age=60 no-store', noStore],
  ['max-age="60"', { 'max-age': 60 }],
  ['private="set-cookie", max-age=60', { private: true, 'max-age': 60 }],
  ['no-cache="a, b", max-age=60', { 'no-cache': true, 'max-age': 60 }],
  [
    String.raw`ext="\"no-store\"", max-age=60`,
    { 'max-age': 60, extensions: [String.raw`ext="\"no-store\""`] },
  ],
  ['ext="a, max-age=60", no-store', { 'no-store': true, extensions: ['ext="a, max-age=60"'] }],
  ['must-understand, no-store', { 'must-understand': true, 'no-store': true }],
]

test.each(misreadByOthers)('parses every directive of %s', (value, control) => {
  expect(parseCacheControl(value)).toEqual(control)
})

const malformed = [
  'no-store max-age=60',
  'max-age =60',
  'max-age= 60',
  'max-age',
  'max-age=',
  'max-age=""',
  'max-age=-1',
  'max-age=1.5',
  'max-age=1e9',
  'max-age=60s',
  "max-age='60'",
  's-maxage=0x10',
  'stale-while-revalidate=soon',
  'public; max-age=60',
  'public, "max-age=60"',
  'ext="open, max-age=60',
  'ext="a"b, max-age=60',
  'ext="\n", max-age=60',
  'max-age=60\r\n, public',
  'max-age=60\u0000',
  'ext="\u2028", max-age=60',
  '=60',
]

test.each(malformed)('parses malformed %j as private, no-store', (value) => {
  expect(parseCacheControl(value)).toEqual(noStore)
  expect(parseCacheControl(['public, max-age=60', value])).toEqual(noStore)
})

test('parses each line of a header separately and combines them', () => {
  expect(parseCacheControl(['max-age=60', 'No-Store'])).toEqual({ 'max-age': 60, 'no-store': true })
  expect(parseCacheControl(['ext="', 'no-store', '"'])).toEqual(noStore)
  expect(parseCacheControl([])).toEqual({})
})

test('ignores empty list elements', () => {
  expect(parseCacheControl(' ,, max-age=60\t,  , public ,')).toEqual({
    public: true,
    'max-age': 60,
  })
  expect(parseCacheControl('')).toEqual({})
})

test('treats conflicting lifetimes as stale', () => {
  expect(parseCacheControl('max-age=60, max-age=60')).toEqual({ 'max-age': 60 })
  expect(parseCacheControl('max-age=1, max-age=1800')).toEqual({ 'max-age': 0 })
  expect(parseCacheControl('s-maxage=1800, s-maxage="1"')).toEqual({ 's-maxage': 0 })
})

test.each(['2147483648', '99999999999999999999', '9'.repeat(400)])(
  'caps %s seconds at the maximum',
  (seconds) => {
    expect(parseCacheControl(`max-age=${seconds}`)).toEqual({ 'max-age': 2147483647 })
  },
)

test('accepts leading zeros', () => {
  expect(parseCacheControl('max-age=003600')).toEqual({ 'max-age': 3600 })
})

test('applies a restriction whatever its argument, and a permission only without one', () => {
  expect(parseCacheControl('private=x, must-revalidate=0, no-transform=""')).toEqual({
    private: true,
    'must-revalidate': true,
    'no-transform': true,
  })
  expect(parseCacheControl('public=1, immutable="a"')).toEqual({})
})

test('prefers private to public, in either order', () => {
  expect(parseCacheControl('public, private')).toEqual({ private: true })
  expect(parseCacheControl('private, public')).toEqual({ private: true })
})

test('parses a very long malformed value without backtracking', () => {
  const value = `${' '.repeat(300_000)}no-store${' '.repeat(300_000)}x`
  expect(parseCacheControl(value)).toEqual(noStore)
})

test('formats directives in a fixed order, and extensions unchanged', () => {
  const control = parseCacheControl(
    'Foo="a b", stale-if-error=4, S-MAXAGE=2, Community="UCI", must-revalidate, max-age=0, PUBLIC',
  )
  expect(formatCacheControl(control)).toBe(
    'public, max-age=0, must-revalidate, s-maxage=2, stale-if-error=4, community=UCI, foo="a b"',
  )
  expect(formatCacheControl({})).toBe('')
})

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])(
  'rejects %s seconds',
  (seconds) => {
    expect(() => formatCacheControl({ 's-maxage': seconds })).toThrow(
      new RangeError(
        `s-maxage must be a whole number of seconds from 0 to 2147483647, not ${seconds}`,
      ),
    )
  },
)

test.each(['a\r\nSet-Cookie: b=c', 'a, public', 'Max-Age=60', 'a="', '', 'a="\u0000"'])(
  'rejects %j as an extension',
  (extension) => {
    expect(() => formatCacheControl({ extensions: [extension] })).toThrow(
      new TypeError(`an extension must be one unknown directive, not ${JSON.stringify(extension)}`),
    )
  },
)

import fc from 'fast-check'
import { parseDictionary } from 'structured-headers'
import { expect, test } from 'vitest'
import type { CacheControl } from './cache-control.ts'
import { effectiveDirectives, parseTargetedField } from './targeted-field.ts'

const noStore: CacheControl = { private: true, 'no-store': true }

const rows: [value: string, control: CacheControl | undefined][] = [
  ['max-age=60, stale-while-revalidate=600', { 'max-age': 60, 'stale-while-revalidate': 600 }],
  ['no-store', { 'no-store': true }],
  ['private=?1, max-age=60;why="x"', { private: true, 'max-age': 60 }],
  ['none', { extensions: ['none'] }],
  ['tags="a b", max-age=60', { 'max-age': 60, extensions: ['tags="a b"'] }],
  // The last of two members with the same key wins.
  ['max-age=60, max-age=10', { 'max-age': 10 }],
  ['no-store, no-store=?0', { 'no-store': true }],
  ['public=?0, max-age=60', { 'max-age': 60 }],
  ['max-age=999999999999999', { 'max-age': 2147483647 }],
  // A lifetime that is not an Integer.
  ['max-age="60"', noStore],
  ['max-age=60.5', noStore],
  ['max-age=-1', noStore],
  ['max-age', noStore],
  ['max-age=(60)', noStore],
  // Not a Dictionary, so ignored.
  ['', undefined],
  ['  ', undefined],
  ['MAX-AGE=60', undefined],
  ['max-age = 60', undefined],
  ['max-age=60,', undefined],
  ['max-age=60,, no-store', undefined],
  ['max-age=60 no-store', undefined],
  ['max-age=9999999999999999', undefined],
  ['max-age="60', undefined],
]

test.each(rows)('parses %j as %j', (value, control) => {
  expect(parseTargetedField(value)).toEqual(control)
})

test('joins several lines', () => {
  expect(parseTargetedField(['max-age=60', 'no-store'])).toEqual({
    'max-age': 60,
    'no-store': true,
  })
  expect(parseTargetedField([])).toBeUndefined()
})

test('ignores exactly the values that structured-headers rejects', () => {
  const parts = [
    'max-age',
    'no-store',
    'a',
    '*b',
    'A',
    '=',
    '=60',
    '=-1.5',
    '=1.',
    '="x"',
    '="\\"',
    '=?0',
  ]
  const more = [
    '=t/o:k',
    '=:YQ==:',
    '=(1 "a";b c)',
    ';p=1',
    '; q',
    ',',
    ', ',
    ' ',
    '\t',
    '(',
    ')',
    '"',
    '.1',
  ]
  const text = fc.array(fc.constantFrom(...parts, ...more), { maxLength: 8 })
  fc.assert(
    fc.property(text, (list) => {
      const value = list.join('')
      expect(parseTargetedField(value) !== undefined, JSON.stringify(value)).toBe(
        isDictionary(value),
      )
    }),
    { numRuns: 5000 },
  )
})

test('uses the first valid targeted field, or Cache-Control without one', () => {
  const headers = {
    'cache-control': 'private',
    'cdn-cache-control': 'max-age=60',
    'vercel-cdn-cache-control': 'max-age = 600',
  }
  expect(effectiveDirectives(headers, ['Vercel-CDN-Cache-Control', 'CDN-Cache-Control'])).toEqual({
    field: 'CDN-Cache-Control',
    control: { 'max-age': 60 },
  })
  expect(effectiveDirectives(headers, ['Vercel-CDN-Cache-Control'])).toEqual({
    field: 'Cache-Control',
    control: { private: true },
  })
})

function isDictionary(value: string): boolean {
  try {
    return parseDictionary(value).size > 0
  } catch {
    return false
  }
}

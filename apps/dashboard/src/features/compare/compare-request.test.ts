import { expect, test } from 'vitest'
import { comparePath } from '#components/repo/paths.ts'
import { parseCompareRequest } from './compare-request.ts'

test('parses names separated by commas or spaces, without duplicates', () => {
  expect(parseCompareRequest({ repos: ' acme/rocket, nova/dot.files_2 ACME/Rocket,' })).toEqual({
    names: ['ACME/Rocket', 'nova/dot.files_2'],
    skipped: [],
  })
  expect(parseCompareRequest({})).toEqual({ names: [], skipped: [] })
  expect(parseCompareRequest({ repos: ['a/b', 'c/d'] })).toEqual({ names: ['a/b'], skipped: [] })
})

test('skips invalid names and names over the limit', () => {
  expect(parseCompareRequest({ repos: 'acme,a/b/c,_x/y,a/..,a/<b>,' })).toEqual({
    names: [],
    skipped: ['acme', 'a/b/c', '_x/y', 'a/..', 'a/<b>'],
  })
  expect(parseCompareRequest({ repos: 'a/1,a/2,a/3,a/4,a/5' })).toEqual({
    names: ['a/1', 'a/2', 'a/3', 'a/4'],
    skipped: ['a/5'],
  })
})

test('lists at most five skipped names, of at most 100 characters', () => {
  const { skipped } = parseCompareRequest({ repos: `${'x'.repeat(200)},b,c,d,e,f,g` })
  expect(skipped).toEqual(['x'.repeat(100), 'b', 'c', 'd', 'e'])
})

test('writes a readable URL', () => {
  expect(comparePath(['acme/rocket', 'nova/rocket'])).toBe('/compare?repos=acme/rocket,nova/rocket')
  expect(comparePath([])).toBe('/compare')
})

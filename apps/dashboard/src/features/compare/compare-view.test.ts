import { expect, test } from 'vitest'
import { compareViewPath, parseCompareView } from './compare-view.ts'

const defaults = { chart: 'commits', scale: 'absolute', by: 'date', rows: 'all' } as const

test('parses the view of a comparison, with defaults for the rest', () => {
  expect(parseCompareView({})).toEqual(defaults)
  expect(parseCompareView({ chart: 'forks', scale: ['indexed', 'x'], by: 'Age' })).toEqual(defaults)
  expect(parseCompareView({ chart: 'stars', scale: 'logarithmic', by: 'age' })).toEqual({
    chart: 'stars',
    scale: 'logarithmic',
    by: 'age',
    rows: 'all',
  })
})

test('a path contains what differs from the defaults', () => {
  expect(compareViewPath(['a/b', 'c/d'], defaults)).toBe('/compare?repos=a/b,c/d')
  expect(compareViewPath(['a/b'], { ...defaults, scale: 'indexed', by: 'age' })).toBe(
    '/compare?repos=a/b&scale=indexed&by=age',
  )
  expect(compareViewPath([], { ...defaults, rows: 'different' })).toBe('/compare?rows=different')
})

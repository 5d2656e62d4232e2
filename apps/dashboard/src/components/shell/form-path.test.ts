import { expect, test } from 'vitest'
import { getFormPath } from './form-path.ts'

const currentUrl = 'https://dashboard.example/repos/a/b?x=1'

test('returns the action with the fields that are not empty', () => {
  const data: [string, string][] = [
    ['q', 'c++ & co'],
    ['language', ' '],
    ['fork', ''],
  ]
  expect(getFormPath({ action: '/search', method: 'get', data }, currentUrl)).toBe(
    '/search?q=c%2B%2B+%26+co',
  )
  expect(getFormPath({ action: '/search', method: 'get', data: [] }, currentUrl)).toBe('/search')
})

test('keeps repeated fields', () => {
  const data: [string, string][] = [
    ['label', 'a'],
    ['label', 'b'],
  ]
  expect(getFormPath({ action: '', method: 'get', data }, currentUrl)).toBe(
    '/repos/a/b?label=a&label=b',
  )
})

test.each([
  ['post', '/sign-out'],
  ['get', 'https://elsewhere.example/search'],
  ['get', '/api/export/repos/a/b.csv'],
])('returns undefined for a form with method %s and action %s', (method, action) => {
  expect(getFormPath({ action, method, data: [] }, currentUrl)).toBe(undefined)
})

import { expect, test } from 'vitest'
import { getFormPath } from './form-path.ts'

const here = 'https://dashboard.example/repos/a/b?x=1'

test('leads to the action with the fields that were filled in', () => {
  const data: [string, string][] = [
    ['q', 'c++ & co'],
    ['language', ' '],
    ['fork', ''],
  ]
  expect(getFormPath({ action: '/search', method: 'get', data }, here)).toBe(
    '/search?q=c%2B%2B+%26+co',
  )
  expect(getFormPath({ action: '/search', method: 'get', data: [] }, here)).toBe('/search')
})

test('keeps a field that is there twice', () => {
  const data: [string, string][] = [
    ['label', 'a'],
    ['label', 'b'],
  ]
  expect(getFormPath({ action: '', method: 'get', data }, here)).toBe('/repos/a/b?label=a&label=b')
})

test.each([
  ['post', '/sign-out'],
  ['get', 'https://elsewhere.example/search'],
  ['get', '/api/export/repos/a/b.csv'],
])('leaves a %s form to %s to the browser', (method, action) => {
  expect(getFormPath({ action, method, data: [] }, here)).toBe(undefined)
})

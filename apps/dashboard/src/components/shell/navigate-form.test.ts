import { expect, test } from 'vitest'
import { formPath } from './navigate-form.ts'

test('returns the action with the fields that are not empty', () => {
  const data: [string, string][] = [
    ['q', 'c++ & co'],
    ['language', ' '],
    ['fork', ''],
  ]
  expect(formPath('/search', data)).toBe('/search?q=c%2B%2B+%26+co')
  expect(formPath('/search#list', [])).toBe('/search')
})

test('keeps repeated fields', () => {
  const data: [string, string][] = [
    ['label', 'a'],
    ['label', 'b'],
  ]
  expect(formPath('/repos/a/b?old=1', data)).toBe('/repos/a/b?label=a&label=b')
})

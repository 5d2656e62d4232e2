import { expect, test } from 'vitest'
import { badgeMarkdown, isSubject, parseSubject } from './subjects.ts'

test('hands out Markdown that shows the badge and leads to the page', () => {
  expect(badgeMarkdown('https://dashboard.test', 'acme/rocket', 'ci')).toBe(
    '[![CI](https://dashboard.test/api/badge/repos/acme/rocket.svg?show=ci)](https://dashboard.test/repos/acme/rocket)',
  )
})

test('knows its subjects, and nothing that every object has', () => {
  expect(['stars', 'ci', 'release', 'license'].every(isSubject)).toBe(true)
  expect(['', 'Stars', 'constructor', 'toString'].some(isSubject)).toBe(false)
})

test('reads the license subject under its former name, licence', () => {
  expect(['license', 'licence', 'Licence', 'constructor'].map(parseSubject)).toEqual([
    'license',
    'license',
    undefined,
    undefined,
  ])
})

import { expect, test } from 'vitest'
import { badgeMarkdown, chartMarkdown, isSubject, parseSubject } from './subjects.ts'

test('writes Markdown that shows the badge and links to the overview', () => {
  expect(badgeMarkdown('https://dashboard.test', 'acme/rocket', 'ci')).toBe(
    '[![CI](https://dashboard.test/api/badge/repos/acme/rocket.svg?show=ci)](https://dashboard.test/repos/acme/rocket)',
  )
})

test('writes Markdown that shows a chart and links to the overview', () => {
  expect(chartMarkdown('https://dashboard.test', 'acme/rocket', 'commits')).toBe(
    '[![Commits per week](https://dashboard.test/api/charts/repos/acme/rocket/commits.svg)](https://dashboard.test/repos/acme/rocket)',
  )
})

test('recognizes its subjects, and no property that every object has', () => {
  expect(['stars', 'ci', 'release', 'license'].every(isSubject)).toBe(true)
  expect(['', 'Stars', 'constructor', 'toString'].some(isSubject)).toBe(false)
})

test('accepts the former name of the license subject', () => {
  expect(['license', 'licence', 'Licence', 'constructor'].map(parseSubject)).toEqual([
    'license',
    'license',
    undefined,
    undefined,
  ])
})

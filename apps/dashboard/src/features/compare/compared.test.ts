import { expect, test } from 'vitest'
import { fourWeeks } from './compared.ts'

const week = (number: number) => ({ label: `Week of May ${number}, 2026`, value: number })

test('sums weeks by four, so that the last four are together', () => {
  expect(fourWeeks([1, 2, 3, 4, 5, 6, 7, 8, 9].map(week))).toEqual([
    { label: 'Four weeks from May 2, 2026', value: 14 },
    { label: 'Four weeks from May 6, 2026', value: 30 },
  ])
})

test('has nothing to sum where there are not four weeks', () => {
  expect(fourWeeks([1, 2, 3].map(week))).toEqual([])
  expect(fourWeeks([])).toEqual([])
})

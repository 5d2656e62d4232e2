import { expect, test } from 'vitest'
import { createShareCurve } from './share-curve.ts'

const person = (commits: number | null, isBot = false) => ({ isBot, commits })

test('adds up the shares of people from the most active on, without bots', () => {
  const curve = createShareCurve([person(100, true), person(10), person(60), person(30), person(0)])
  expect(curve).toMatchObject({
    values: [0, 60, 90, 100],
    labels: ['Nobody', 'Top person', 'Top 2 people', 'Top 3 people'],
    floor: 0,
    top: 100,
    ticks: [{ text: '0' }, { text: '3 people' }],
  })
})

test('marks the smallest number of people who made half of the commits', () => {
  const curve = createShareCurve([person(30), person(25), person(25), person(10), person(10)])
  expect(curve?.marks).toEqual([{ x: 272, text: 'Bus factor 2' }])
  expect(curve?.values[2]).toBe(55)
})

test('rounds shares to one decimal, and ends at exactly 100 percent', () => {
  expect(createShareCurve([person(1), person(1), person(1)])?.values).toEqual([0, 33.3, 66.7, 100])
})

test('draws no curve for fewer than two people', () => {
  expect(createShareCurve([person(9), person(9, true), person(null)])).toBeNull()
  expect(createShareCurve([])).toBeNull()
})

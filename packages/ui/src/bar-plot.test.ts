import { expect, test } from 'vitest'
import { barPlot } from './bar-plot.ts'

const days = [
  { label: 'Monday', value: 4 },
  { label: 'Tuesday', value: 0 },
  { label: 'Wednesday', value: 10 },
]

test('places bars on a baseline, with round values for the grid', () => {
  expect(barPlot(days, { width: 300, height: 130 })).toEqual({
    width: 300,
    height: 130,
    baseline: 108,
    barWidth: 48,
    bars: [
      { label: 'Monday', value: 4, x: 15.7, y: 68 },
      { label: 'Tuesday', value: 0, x: 126, y: 108 },
      { label: 'Wednesday', value: 10, x: 236.3, y: 8 },
    ],
    lastIsPartial: false,
    grid: [
      { y: 108, text: '0' },
      { y: 58, text: '5' },
      { y: 8, text: '10' },
    ],
    ticks: [],
  })
})

test('writes ticks below their bar, turned inwards at both ends', () => {
  const ticks = [
    { index: 0, text: 'Dec' },
    { index: 26, text: 'Jun' },
    { index: 51, text: 'now' },
  ]
  const weeks = Array.from({ length: 52 }, (_, week) => ({ label: `week ${week}`, value: week }))

  expect(barPlot(weeks, { ticks }).ticks).toEqual([
    { x: 0, text: 'Dec', anchor: 'start' },
    { x: 346.6, text: 'Jun', anchor: 'middle' },
    { x: 680, text: 'now', anchor: 'end' },
  ])
})

test('keeps whole numbers on the grid of small counts', () => {
  expect(barPlot([{ label: 'a', value: 1 }]).grid.map((line) => line.text)).toEqual(['0', '1'])
  expect(barPlot([{ label: 'a', value: 2 }]).grid.map((line) => line.text)).toEqual(['0', '1', '2'])
})

test('shortens large values on the grid', () => {
  const { grid } = barPlot([{ label: 'a', value: 12431 }])
  expect(grid.map((line) => line.text)).toEqual(['0', '5k', '10k'])
})

test('works out a plot when all values are zero and when there are none', () => {
  expect(barPlot([{ label: 'a', value: 0 }]).bars).toEqual([
    { label: 'a', value: 0, x: 316, y: 118 },
  ])
  expect(barPlot([]).bars).toEqual([])
})

test('survives the way through a page’s props', () => {
  const plot = barPlot(days, { lastIsPartial: true })
  expect(JSON.parse(JSON.stringify(plot))).toEqual(plot)
})

test('shares its scale with other charts when it is told the highest value of all', () => {
  const plot = barPlot(days, { width: 300, height: 130, highest: 20 })
  expect(plot.bars.map(({ y }) => y)).toEqual([88, 108, 58])
  expect(plot.grid.map(({ text }) => text)).toEqual(['0', '5', '10', '15', '20'])
})

import { expect, test } from 'vitest'
import { createBarPlot } from './bar-plot.ts'

const days = [
  { label: 'Monday', value: 4 },
  { label: 'Tuesday', value: 0 },
  { label: 'Wednesday', value: 10 },
]

test('places bars on a baseline and grid lines at round values', () => {
  expect(createBarPlot(days, { width: 300, height: 130 })).toEqual({
    width: 300,
    height: 130,
    baseline: 108,
    barWidth: 48,
    bars: [
      { label: 'Monday', value: 4, x: 15.7, y: 68 },
      { label: 'Tuesday', value: 0, x: 126, y: 108 },
      { label: 'Wednesday', value: 10, x: 236.3, y: 8 },
    ],
    isLastPartial: false,
    grid: [
      { y: 108, text: '0' },
      { y: 58, text: '5' },
      { y: 8, text: '10' },
    ],
    ticks: [],
  })
})

test('places ticks below their bar, aligned inward at both ends', () => {
  const ticks = [
    { index: 0, text: 'Dec' },
    { index: 26, text: 'Jun' },
    { index: 51, text: 'now' },
  ]
  const weeks = Array.from({ length: 52 }, (_, week) => ({ label: `week ${week}`, value: week }))

  expect(createBarPlot(weeks, { ticks }).ticks).toEqual([
    { x: 0, text: 'Dec', anchor: 'start' },
    { x: 346.6, text: 'Jun', anchor: 'middle' },
    { x: 680, text: 'now', anchor: 'end' },
  ])
})

test('has only whole numbers on the grid of small counts', () => {
  expect(createBarPlot([{ label: 'a', value: 1 }]).grid.map((line) => line.text)).toEqual([
    '0',
    '1',
  ])
  expect(createBarPlot([{ label: 'a', value: 2 }]).grid.map((line) => line.text)).toEqual([
    '0',
    '1',
    '2',
  ])
})

test('shortens large values on the grid', () => {
  const { grid } = createBarPlot([{ label: 'a', value: 12431 }])
  expect(grid.map((line) => line.text)).toEqual(['0', '5k', '10k'])
})

test('lays out a plot when all values are zero and when there are none', () => {
  expect(createBarPlot([{ label: 'a', value: 0 }]).bars).toEqual([
    { label: 'a', value: 0, x: 316, y: 118 },
  ])
  expect(createBarPlot([]).bars).toEqual([])
})

test('can be serialized into a page’s props', () => {
  const plot = createBarPlot(days, { isLastPartial: true })
  expect(JSON.parse(JSON.stringify(plot))).toEqual(plot)
})

test('uses the scale of maxValue, so that charts can share it', () => {
  const plot = createBarPlot(days, { width: 300, height: 130, maxValue: 20 })
  expect(plot.bars.map(({ y }) => y)).toEqual([88, 108, 58])
  expect(plot.grid.map(({ text }) => text)).toEqual(['0', '5', '10', '15', '20'])
})

import { expect, test } from 'vitest'
import { createBarPlot } from './bar-plot.ts'

const days = { values: [4, 0, 10], labels: ['Monday', 'Tuesday', 'Wednesday'] }
const seriesOf = (...values: number[]) => ({ values, labels: values.map(String) })

test('has a scale from zero to the highest value, and grid lines at round values', () => {
  expect(createBarPlot(days, { width: 300, height: 130 })).toEqual({
    values: [4, 0, 10],
    labels: ['Monday', 'Tuesday', 'Wednesday'],
    width: 300,
    height: 130,
    baseline: 108,
    floor: 0,
    top: 10,
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
  const weeks = seriesOf(...Array(52).keys())

  expect(createBarPlot(weeks, { ticks }).ticks).toEqual([
    { x: 0, text: 'Dec', anchor: 'start' },
    { x: 346.6, text: 'Jun' },
    { x: 680, text: 'now', anchor: 'end' },
  ])
})

test('has only whole numbers on the grid of small counts', () => {
  expect(createBarPlot(seriesOf(1)).grid.map((line) => line.text)).toEqual(['0', '1'])
  expect(createBarPlot(seriesOf(2)).grid.map((line) => line.text)).toEqual(['0', '1', '2'])
})

test('shortens large values on the grid', () => {
  const { grid } = createBarPlot(seriesOf(12431))
  expect(grid.map((line) => line.text)).toEqual(['0', '5k', '10k'])
})

test('lays out a plot when all values are zero and when there are none', () => {
  expect(createBarPlot(seriesOf(0)).grid.map((line) => line.text)).toEqual(['0', '1'])
  expect(createBarPlot(seriesOf()).grid.map((line) => line.text)).toEqual(['0', '1'])
})

test('can be serialized into a page’s props', () => {
  const plot = createBarPlot(days, { isLastPartial: true })
  expect(JSON.parse(JSON.stringify(plot))).toEqual(plot)
})

test('uses the scale of maxValue, so that charts can share it', () => {
  const plot = createBarPlot(days, { width: 300, height: 130, maxValue: 20 })
  expect(plot.top).toBe(20)
  expect(plot.grid.map(({ text }) => text)).toEqual(['0', '5', '10', '15', '20'])
})

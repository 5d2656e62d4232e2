import { expect, test } from 'vitest'
import { createLinePlot } from './line-plot.ts'

const stars = { values: [0, 25, 100], labels: ['May', 'June', 'July'] }
const seriesOf = (...values: number[]) => ({ values, labels: values.map(String) })

test('has grid lines at round values, and ticks from edge to edge', () => {
  const marks = [{ index: 1, text: 'v1.0' }]
  const ticks = [
    { index: 0, text: 'May' },
    { index: 2, text: 'July' },
  ]

  expect(createLinePlot(stars, { ticks, marks, width: 300, height: 130 })).toEqual({
    values: [0, 25, 100],
    labels: ['May', 'June', 'July'],
    width: 300,
    height: 130,
    baseline: 108,
    floor: 0,
    top: 100,
    grid: [
      { y: 108, text: '0' },
      { y: 58, text: '50' },
      { y: 8, text: '100' },
    ],
    ticks: [
      { x: 0, text: 'May', anchor: 'start' },
      { x: 300, text: 'July', anchor: 'end' },
    ],
    marks: [{ x: 150, text: 'v1.0' }],
  })
})

test('starts the axis above zero when the line would look flat', () => {
  const { grid, floor } = createLinePlot(seriesOf(12000, 12400))

  expect(floor).toBe(12000)
  expect(grid.map((line) => line.text)).toEqual(['12k', '12.1k', '12.2k', '12.3k', '12.4k'])
})

test('writes grid values in full where short ones would be the same', () => {
  const { grid } = createLinePlot(seriesOf(12000, 12020))
  expect(grid.map((line) => line.text)).toEqual(['12,000', '12,005', '12,010', '12,015', '12,020'])
})

test('starts the axis at zero when all values are the same', () => {
  const { grid } = createLinePlot(seriesOf(10, 10))
  expect(grid.map((line) => line.text)).toEqual(['0', '5', '10'])
})

test('uses the scale of maxValue, from zero, so that charts can share it', () => {
  const { floor, top } = createLinePlot(seriesOf(12000, 12400), { maxValue: 24000 })
  expect({ floor, top }).toEqual({ floor: 0, top: 24000 })
})

import { expect, test } from 'vitest'
import { createLinePlot } from './line-plot.ts'

const stars = [
  { label: 'May', value: 0 },
  { label: 'June', value: 25 },
  { label: 'July', value: 100 },
]

test('draws a line from edge to edge, with grid lines at round values', () => {
  const marks = [{ index: 1, text: 'v1.0' }]
  const ticks = [
    { index: 0, text: 'May' },
    { index: 2, text: 'July' },
  ]

  expect(createLinePlot(stars, { ticks, marks, width: 300, height: 130 })).toEqual({
    width: 300,
    height: 130,
    baseline: 108,
    points: [
      { label: 'May', value: 0, x: 0, y: 108 },
      { label: 'June', value: 25, x: 150, y: 83 },
      { label: 'July', value: 100, x: 300, y: 8 },
    ],
    path: 'M0,108L150,83L300,8',
    grid: [
      { y: 108, text: '0' },
      { y: 58, text: '50' },
      { y: 8, text: '100' },
    ],
    ticks: [
      { x: 0, text: 'May', anchor: 'start' },
      { x: 300, text: 'July', anchor: 'end' },
    ],
    marks: [{ x: 150, text: 'v1.0', anchor: 'middle' }],
  })
})

test('starts the axis above zero when the line would look flat', () => {
  const { grid, points } = createLinePlot([
    { label: 'May', value: 12000 },
    { label: 'June', value: 12400 },
  ])

  expect(points.map((point) => point.y)).toEqual([118, 8])
  expect(grid.map((line) => line.text)).toEqual(['12k', '12.1k', '12.2k', '12.3k', '12.4k'])
})

test('writes grid values in full where short ones would be the same', () => {
  const { grid } = createLinePlot([
    { label: 'May', value: 12000 },
    { label: 'June', value: 12020 },
  ])
  expect(grid.map((line) => line.text)).toEqual(['12,000', '12,005', '12,010', '12,015', '12,020'])
})

test('starts the axis at zero when all values are the same', () => {
  const { grid } = createLinePlot([
    { label: 'May', value: 10 },
    { label: 'June', value: 10 },
  ])
  expect(grid.map((line) => line.text)).toEqual(['0', '5', '10'])
})

test('rounds the line to one decimal', () => {
  const points = stars.concat({ label: 'August', value: 33 })
  expect(createLinePlot(points, { width: 100 }).path).toBe('M0,118L33.3,90.5L66.7,8L100,81.7')
})

test('draws no line through a single point or none', () => {
  expect(createLinePlot(stars.slice(0, 1)).path).toBe('')
  expect(createLinePlot([]).path).toBe('')
})

test('uses the scale of maxValue, from zero, so that charts can share it', () => {
  const { points } = createLinePlot(
    [
      { label: 'May', value: 12000 },
      { label: 'June', value: 12400 },
    ],
    { height: 140, maxValue: 24000 },
  )
  expect(points.map((point) => point.y)).toEqual([63, 61.2])
})

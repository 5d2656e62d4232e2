import { expect, test } from 'vitest'
import { linePlot } from './line-plot.ts'

const stars = [
  { label: 'May', value: 0 },
  { label: 'June', value: 25 },
  { label: 'July', value: 100 },
]

test('draws a line from edge to edge, with round values for the grid', () => {
  const marks = [{ index: 1, text: 'v1.0' }]
  const ticks = [
    { index: 0, text: 'May' },
    { index: 2, text: 'July' },
  ]

  expect(linePlot(stars, { ticks, marks, width: 300, height: 130 })).toEqual({
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

test('starts the axis above zero when zero would flatten the line', () => {
  const { grid, points } = linePlot([
    { label: 'May', value: 12000 },
    { label: 'June', value: 12400 },
  ])

  expect(points.map((point) => point.y)).toEqual([118, 8])
  expect(grid.map((line) => line.text)).toEqual(['12k', '12.1k', '12.2k', '12.3k', '12.4k'])
})

test('writes grid values in full where short ones would all look the same', () => {
  const { grid } = linePlot([
    { label: 'May', value: 12000 },
    { label: 'June', value: 12020 },
  ])
  expect(grid.map((line) => line.text)).toEqual(['12,000', '12,005', '12,010', '12,015', '12,020'])
})

test('starts the axis at zero for a value that never changes', () => {
  const { grid } = linePlot([
    { label: 'May', value: 10 },
    { label: 'June', value: 10 },
  ])
  expect(grid.map((line) => line.text)).toEqual(['0', '5', '10'])
})

test('rounds the line to one decimal', () => {
  const points = stars.concat({ label: 'August', value: 33 })
  expect(linePlot(points, { width: 100 }).path).toBe('M0,118L33.3,90.5L66.7,8L100,81.7')
})

test('draws no line through a single point or none', () => {
  expect(linePlot(stars.slice(0, 1)).path).toBe('')
  expect(linePlot([]).path).toBe('')
})

test('shares its scale, from zero, with other charts when it is told the highest value of all', () => {
  const { points } = linePlot(
    [
      { label: 'May', value: 12000 },
      { label: 'June', value: 12400 },
    ],
    { height: 140, highest: 24000 },
  )
  expect(points.map((point) => point.y)).toEqual([63, 61.2])
})

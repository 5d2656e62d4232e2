import { expect, test } from 'vitest'
import { Heatmap } from './heatmap.tsx'
import { createHeatmapPlot } from './heatmap-plot.ts'
import { renderMarkup } from './lib/render-markup.ts'

const days = { values: [0, 1, 2, 3, 0, 9], labels: { firstDay: '2026-11-22T00:00:00Z' } }
const options = { rowLabels: ['Sun', '', 'Tue'], width: 100, rowHeight: 10 }

test('lays out columns of rows, with a threshold at each quarter of the values', () => {
  expect(createHeatmapPlot(days, { ...options, ticks: [{ index: 1, text: 'now' }] })).toEqual({
    values: [0, 1, 2, 3, 0, 9],
    labels: { firstDay: '2026-11-22T00:00:00Z' },
    width: 100,
    height: 52,
    baseline: 30,
    floor: 0,
    top: 9,
    rows: 3,
    // Of 1, 2, 3 and 9.
    thresholds: [2, 3, 9],
    grid: [
      { y: 5, text: 'Sun' },
      { y: 25, text: 'Tue' },
    ],
    ticks: [{ x: 100, text: 'now', anchor: 'end' }],
  })
})

test('draws one path for each level', () => {
  const html = renderMarkup(
    <Heatmap label="Commits per day" plot={createHeatmapPlot(days, options)} unit="commits" />,
  )
  expect(html).toContain(
    '<g stroke-width="8"><path d="M1,5h48M51,15h48"></path><path d="M1,15h48M1,25h48"></path>' +
      '<path d="M51,5h48"></path><path d="M51,25h48"></path></g>',
  )
})

test('has a slider over all days and seven days in a row of the table', () => {
  const week = { ...days, values: [0, 1, 2, 3, 0, 9, 1000, 5] }
  const html = renderMarkup(
    <Heatmap label="Commits per day" plot={createHeatmapPlot(week, options)} unit="commits" />,
  )
  expect(html).toContain('aria-valuetext="5 commits, Nov 29, 2026" min="0" max="7"')
  expect(html).toContain(
    '<tr><th scope="col">Seven days from</th><th scope="col">commits per day</th></tr>',
  )
  expect(html).toContain(
    '<tr><th scope="row">Nov 22, 2026</th><td>0 · 1 · 2 · 3 · 0 · 9 · 1,000</td></tr>' +
      '<tr><th scope="row">Nov 29, 2026</th><td>5</td></tr>',
  )
})

test('shows "No data" when all values are zero or missing', () => {
  const none = createHeatmapPlot({ values: [], labels: [] }, options)
  const zeros = createHeatmapPlot({ values: [0, 0, 0], labels: ['a', 'b', 'c'] }, options)
  expect(renderMarkup(<Heatmap label="Commits" plot={none} unit="commits" />)).toBe(
    '<p>No data</p>',
  )
  expect(renderMarkup(<Heatmap label="Commits" plot={zeros} unit="commits" />)).toBe(
    '<p>No data</p>',
  )
})

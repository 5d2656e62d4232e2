import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { MultiLineChart } from './multi-line-chart.tsx'
import { createMultiLinePlot } from './multi-line-plot.ts'

const plot = createMultiLinePlot(
  [
    { name: 'acme/rocket', values: [null, 1200, 7] },
    { name: 'nova/rocket', values: [null, null, 3] },
  ],
  ['Mon', 'Tue', 'Wed'],
)

const html = renderMarkup(<MultiLineChart label="Commits" plot={plot} unit="commits" />)

test('shows the last values of all lines as text, for the keyboard as well', () => {
  expect(html).toContain('aria-valuetext="acme/rocket: 7 · nova/rocket: 3, Wed"')
})

test('has a legend and one path for each line', () => {
  expect(html).toContain('<bdi>acme/rocket</bdi></li>')
  for (const { path } of plot.lines) expect(html).toContain(`d="${path}"`)
})

test('has its values in a table, without labels that have none', () => {
  const table = html.slice(html.indexOf('<tbody>'), html.indexOf('</tbody>'))
  expect(table.replace(/<[^>]+>/g, ' ').split(/\s+/)).toEqual([
    '',
    'Tue',
    '1,200',
    '–',
    'Wed',
    '7',
    '3',
    '',
  ])
})

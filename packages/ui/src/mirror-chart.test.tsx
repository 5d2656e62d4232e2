import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { MirrorChart } from './mirror-chart.tsx'
import { createMirrorPlot } from './mirror-plot.ts'

const lines = { above: [100, 0, 1], below: [50, 20, 0], labels: ['May', 'June', 'July'] }
const size = { width: 300, height: 180 }

function render(series: typeof lines, isLastPartial = false) {
  const plot = createMirrorPlot(series, { ...size, isLastPartial })
  const units = ['additions', 'deletions'] as const
  return renderMarkup(<MirrorChart label="Lines per month" plot={plot} units={units} />)
}

test('lays out both series on one scale around an axis', () => {
  expect(createMirrorPlot(lines, { ...size, ticks: [{ index: 1, text: 'June' }] })).toEqual({
    values: [100, 0, 1],
    below: [50, 20, 0],
    labels: ['May', 'June', 'July'],
    width: 300,
    height: 180,
    baseline: 158,
    floor: -50,
    top: 100,
    isLastPartial: false,
    grid: [
      { y: 158, text: '50' },
      { y: 108, text: '0' },
      { y: 58, text: '50' },
      { y: 8, text: '100' },
    ],
    ticks: [{ x: 150, text: 'June' }],
  })
})

test('has an axis when one series or both are zero', () => {
  const gridOf = (above: number[], below: number[]) =>
    createMirrorPlot({ above, below, labels: ['May'] }).grid.map(({ text }) => text)
  expect(gridOf([2], [0])).toEqual(['0', '1', '2'])
  expect(gridOf([0], [2])).toEqual(['2', '1', '0'])
  expect(gridOf([0], [0])).toEqual(['0', '1'])
  expect(createMirrorPlot({ above: [], below: [], labels: [] }).floor).toBe(0)
})

test('draws a path above the axis and one below, and the partial last bars separately', () => {
  expect(render(lines)).toContain(
    '<g stroke-width="48"><path d="M39.7,108V8M260.3,108V107"></path>' +
      '<path d="M39.7,108V158M150,108V128"></path></g><path d="M0,108H300"></path>',
  )
  expect(render(lines, true)).toContain(
    '<g stroke-width="48"><path d="M39.7,108V8"></path>' +
      '<path d="M39.7,108V158M150,108V128"></path>' +
      '<g><path d="M260.3,108V107"></path><path d=""></path></g></g>',
  )
})

test('describes both values in the image, the slider and the table', () => {
  const html = render(lines)
  expect(html).toContain('Highest: 100 additions (May). Lowest: 0 additions (June).')
  expect(html).toContain('Highest: 50 deletions (May). Lowest: 0 deletions (July).')
  expect(html).toContain('aria-valuetext="1 addition, 0 deletions, July"')
  expect(html).toContain('<th scope="col">additions</th><th scope="col">deletions</th>')
  expect(html).toContain('<tr><th scope="row">May</th><td>100</td><td>50</td></tr>')
})

test('shows "No data" when all values are zero or missing', () => {
  expect(render({ above: [0], below: [0], labels: ['May'] })).toBe('<p>No data</p>')
  expect(render({ above: [], below: [], labels: [] })).toBe('<p>No data</p>')
})

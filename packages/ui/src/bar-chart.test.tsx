import { expect, test } from 'vitest'
import { BarChart } from './bar-chart.tsx'
import { createBarPlot } from './bar-plot.ts'
import { renderMarkup } from './lib/render-markup.ts'

const weeks = { values: [1200, 30, 300], labels: ['9 Nov', '16 Nov', '23 Nov'] }

test('is an image with a name and a description', () => {
  const html = renderMarkup(
    <BarChart label="Commits per week" plot={createBarPlot(weeks)} unit="commits" />,
  )
  const [, id] = /<svg role="img" aria-label="Commits per week" aria-describedby="([^"]+)"/.exec(
    html,
  ) ?? ['']

  expect(html).toContain(
    `<desc id="${id}">3 values from 9 Nov to 23 Nov. Highest: 1,200 commits (9 Nov). ` +
      'Lowest: 30 commits (16 Nov). Last: 300 commits (23 Nov).</desc>',
  )
})

test('draws the bars as one path, and a partial last bar separately', () => {
  const shapes = (isLastPartial: boolean) => {
    const plot = createBarPlot(weeks, { isLastPartial, width: 300, height: 130 })
    const html = renderMarkup(<BarChart label="Commits per week" plot={plot} unit="commits" />)
    return /H300"><\/path>(<path stroke-width.*?)<\/svg>/.exec(html)?.[1]
  }

  expect(shapes(false)).toBe(
    '<path stroke-width="48" d="M39.7,108V8M150,108V105.5M260.3,108V83"></path>',
  )
  expect(shapes(true)).toBe(
    '<path stroke-width="48" d="M39.7,108V8M150,108V105.5"></path>' +
      '<rect x="236.3" y="83" width="48" height="25"></rect>',
  )
})

test('labels the grid lines', () => {
  const html = renderMarkup(
    <BarChart label="Commits per week" plot={createBarPlot(weeks)} unit="commits" />,
  )

  expect(html).toContain('>500</text>')
  expect(html).toContain('>1k</text>')
})

test('shows each value with a slider that starts at the last', () => {
  const html = renderMarkup(
    <BarChart label="Commits per week" plot={createBarPlot(weeks)} unit="commits" />,
  )

  expect(html).toContain(
    '<input type="range" aria-label="Commits per week, value by value" ' +
      'aria-valuetext="300 commits, 23 Nov" min="0" max="2" value="2"/>',
  )
})

test('uses the singular for 1', () => {
  const one = createBarPlot({ values: [1], labels: ['9 Nov'] })
  const html = renderMarkup(<BarChart label="Commits per week" plot={one} unit="commits" />)

  expect(html).toContain('aria-valuetext="1 commit, 9 Nov"')
  expect(html).toContain('Highest: 1 commit (9 Nov).')
})

test('has its values in a table', () => {
  const html = renderMarkup(
    <BarChart label="Commits per week" plot={createBarPlot(weeks)} unit="commits" />,
  )

  expect(html).toContain('<details><summary>Show data</summary>')
  expect(html).toContain('<th scope="col">commits</th>')
  expect(html).toContain('<tr><th scope="row">9 Nov</th><td>1,200</td></tr>')
})

test('has its links above the table', () => {
  const plot = createBarPlot(weeks)
  const actions = <p>CSV</p>
  const html = renderMarkup(
    <BarChart label="Commits per week" plot={plot} unit="commits" actions={actions} />,
  )

  expect(html).toContain('<details><summary>Show data</summary><p>CSV</p>')
})

test('has four consecutive weeks in a row of the table', () => {
  const plot = createBarPlot({
    values: [1, 2, 3, 4, 5],
    labels: { firstWeek: '2026-11-01T00:00:00Z' },
  })
  const html = renderMarkup(<BarChart label="Commits per week" plot={plot} unit="commits" />)

  expect(html).toContain(
    '<tr><th scope="col">Four weeks from</th><th scope="col">commits per week</th></tr>',
  )
  expect(html).toContain(
    '<tbody><tr><th scope="row">Nov 1, 2026</th><td>1 · 2 · 3 · 4</td></tr>' +
      '<tr><th scope="row">Nov 29, 2026</th><td>5</td></tr></tbody>',
  )
  expect(html).toContain('aria-valuetext="5 commits, Week of Nov 29, 2026"')
})

test('shows "No data" when all values are zero or missing', () => {
  const none = createBarPlot({ values: [], labels: [] })
  const zeros = createBarPlot({ values: [0], labels: ['9 Nov'] })

  expect(renderMarkup(<BarChart label="Commits" plot={zeros} unit="commits" />)).toBe(
    '<p>No data</p>',
  )
  expect(renderMarkup(<BarChart label="Commits" plot={none} unit="commits" />)).toBe(
    '<p>No data</p>',
  )
})

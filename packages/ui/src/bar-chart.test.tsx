import { expect, test } from 'vitest'
import { BarChart } from './bar-chart.tsx'
import { createBarPlot } from './bar-plot.ts'
import { renderMarkup } from './lib/render-markup.ts'

const weeks = [
  { label: '9 Nov', value: 1200 },
  { label: '16 Nov', value: 30 },
  { label: '23 Nov', value: 300 },
]

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

test('labels every bar and the grid lines', () => {
  const html = renderMarkup(
    <BarChart label="Commits per week" plot={createBarPlot(weeks)} unit="commits" />,
  )

  expect(html).toContain('<title>9 Nov: 1,200 commits</title>')
  expect(html).toContain('<title>16 Nov: 30 commits</title>')
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
  expect(html).toContain(
    '<p><strong><data value="300">300</data> commits</strong> <span>23 Nov</span></p>',
  )
})

test('uses the singular for 1', () => {
  const one = createBarPlot([{ label: '9 Nov', value: 1 }])
  const html = renderMarkup(<BarChart label="Commits per week" plot={one} unit="commits" />)

  expect(html).toContain('<title>9 Nov: 1 commit</title>')
  expect(html).toContain('Highest: 1 commit (9 Nov).')
})

test('has its values in a table', () => {
  const html = renderMarkup(
    <BarChart label="Commits per week" plot={createBarPlot(weeks)} unit="commits" />,
  )

  expect(html).toContain('<details><summary>Show data</summary>')
  expect(html).toContain('<section aria-label="Commits per week, data" tabindex="0">')
  expect(html).toContain('<th scope="col">commits</th>')
  expect(html).toContain(
    '<tr><th scope="row">9 Nov</th><td><data value="1200">1,200</data></td></tr>',
  )
})

test('shows "No data" when all values are zero or missing', () => {
  const zeros = createBarPlot([{ label: '9 Nov', value: 0 }])

  expect(renderMarkup(<BarChart label="Commits" plot={zeros} unit="commits" />)).toBe(
    '<p>No data</p>',
  )
  expect(renderMarkup(<BarChart label="Commits" plot={createBarPlot([])} unit="commits" />)).toBe(
    '<p>No data</p>',
  )
})

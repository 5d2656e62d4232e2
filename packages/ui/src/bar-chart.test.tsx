import { expect, test } from 'vitest'
import { BarChart } from './bar-chart.tsx'
import { barPlot } from './bar-plot.ts'
import { markup } from './markup.ts'

const weeks = [
  { label: '9 Nov', value: 1200 },
  { label: '16 Nov', value: 30 },
  { label: '23 Nov', value: 300 },
]

test('is a picture with a name and a description', () => {
  const html = markup(<BarChart label="Commits per week" plot={barPlot(weeks)} unit="commits" />)
  const [, id] = /<svg role="img" aria-label="Commits per week" aria-describedby="([^"]+)"/.exec(
    html,
  ) ?? ['']

  expect(html).toContain(
    `<desc id="${id}">3 values from 9 Nov to 23 Nov. Highest: 1,200 commits (9 Nov). ` +
      'Lowest: 30 commits (16 Nov). Last: 300 commits (23 Nov).</desc>',
  )
})

test('names every bar and the values of the grid', () => {
  const html = markup(<BarChart label="Commits per week" plot={barPlot(weeks)} unit="commits" />)

  expect(html).toContain('<title>9 Nov: 1,200 commits</title>')
  expect(html).toContain('<title>16 Nov: 30 commits</title>')
  expect(html).toContain('>500</text>')
  expect(html).toContain('>1k</text>')
})

test('is read out value by value by a slider, which begins at the last', () => {
  const html = markup(<BarChart label="Commits per week" plot={barPlot(weeks)} unit="commits" />)

  expect(html).toContain(
    '<input type="range" aria-label="Commits per week, one by one" ' +
      'aria-valuetext="300 commits, 23 Nov" min="0" max="2" value="2"/>',
  )
  expect(html).toContain(
    '<p><strong><data value="300">300</data> commits</strong> <span>23 Nov</span></p>',
  )
})

test('counts one in the singular', () => {
  const one = barPlot([{ label: '9 Nov', value: 1 }])
  const html = markup(<BarChart label="Commits per week" plot={one} unit="commits" />)

  expect(html).toContain('<title>9 Nov: 1 commit</title>')
  expect(html).toContain('Highest: 1 commit (9 Nov).')
})

test('has its numbers in a table behind it', () => {
  const html = markup(<BarChart label="Commits per week" plot={barPlot(weeks)} unit="commits" />)

  expect(html).toContain('<details><summary>As a table</summary>')
  expect(html).toContain('<section aria-label="Commits per week, as a table" tabindex="0">')
  expect(html).toContain('<th scope="col">commits</th>')
  expect(html).toContain(
    '<tr><th scope="row">9 Nov</th><td><data value="1200">1,200</data></td></tr>',
  )
})

test('says that there is nothing to show when all values are zero or missing', () => {
  const zeros = barPlot([{ label: '9 Nov', value: 0 }])

  expect(markup(<BarChart label="Commits" plot={zeros} unit="commits" />)).toBe(
    '<p>Nothing to show</p>',
  )
  expect(markup(<BarChart label="Commits" plot={barPlot([])} unit="commits" />)).toBe(
    '<p>Nothing to show</p>',
  )
})

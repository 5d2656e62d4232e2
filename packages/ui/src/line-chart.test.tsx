import { expect, test } from 'vitest'
import { LineChart } from './line-chart.tsx'
import { linePlot } from './line-plot.ts'
import { markup } from './markup.ts'

const stars = [
  { label: 'May', value: 0 },
  { label: 'June', value: 25 },
  { label: 'July', value: 100 },
]

test('draws a line, the area below it and the last value', () => {
  const plot = linePlot(stars, { width: 300, height: 130 })
  const html = markup(<LineChart label="Stars" plot={plot} unit="stars" />)

  expect(html).toContain('role="img" aria-label="Stars"')
  expect(html).toContain('<path d="M0,108L150,83L300,8V108H0Z"></path>')
  expect(html).toContain('<path d="M0,108L150,83L300,8"></path>')
  expect(html).toContain('<circle cx="100%" cy="8"')
})

test('writes what happened along the line', () => {
  const plot = linePlot(stars, { marks: [{ index: 1, text: 'v1.0' }] })
  const html = markup(<LineChart label="Stars" plot={plot} unit="stars" />)

  expect(html).toContain('x="50%"')
  expect(html).toContain('>v1.0</text>')
})

test('names every point and has its numbers in a table behind it', () => {
  const html = markup(<LineChart label="Stars" plot={linePlot(stars)} unit="stars" />)

  expect(html).toContain('<title>June: 25 stars</title>')
  expect(html).toContain('<th scope="row">June</th><td><data value="25">25</data></td>')
})

test('shows a single value as a point and says when there is none', () => {
  const one = markup(<LineChart label="Stars" plot={linePlot(stars.slice(0, 1))} unit="stars" />)
  const none = markup(<LineChart label="Stars" plot={linePlot([])} unit="stars" />)

  expect(one).toContain('<circle cx="50%"')
  expect(one).not.toContain('<path')
  expect(none).toBe('<p>Nothing to show</p>')
})

import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { LineChart } from './line-chart.tsx'
import { createLinePlot } from './line-plot.ts'

const stars = [
  { label: 'May', value: 0 },
  { label: 'June', value: 25 },
  { label: 'July', value: 100 },
]

test('draws a line, the area below it and the last value', () => {
  const plot = createLinePlot(stars, { width: 300, height: 130 })
  const html = renderMarkup(<LineChart label="Stars" plot={plot} unit="stars" />)

  expect(html).toContain('role="img" aria-label="Stars"')
  expect(html).toContain('<path d="M0,108L150,83L300,8V108H0Z"></path>')
  expect(html).toContain('<path d="M0,108L150,83L300,8"></path>')
  expect(html).toContain('<circle cx="100%" cy="8"')
})

test('labels marks along the line', () => {
  const plot = createLinePlot(stars, { marks: [{ index: 1, text: 'v1.0' }] })
  const html = renderMarkup(<LineChart label="Stars" plot={plot} unit="stars" />)

  expect(html).toContain('x="50%"')
  expect(html).toContain('>v1.0</text>')
})

test('labels every point and has its values in a table', () => {
  const html = renderMarkup(<LineChart label="Stars" plot={createLinePlot(stars)} unit="stars" />)

  expect(html).toContain('<title>June: 25 stars</title>')
  expect(html).toContain('<th scope="row">June</th><td><data value="25">25</data></td>')
})

test('shows a single value as a point, and "No data" without values', () => {
  const one = renderMarkup(
    <LineChart label="Stars" plot={createLinePlot(stars.slice(0, 1))} unit="stars" />,
  )
  const none = renderMarkup(<LineChart label="Stars" plot={createLinePlot([])} unit="stars" />)

  expect(one).toContain('<circle cx="50%"')
  expect(one).not.toContain('<path')
  expect(none).toBe('<p>No data</p>')
})

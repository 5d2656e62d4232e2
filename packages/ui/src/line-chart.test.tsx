import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { LineChart } from './line-chart.tsx'
import { createLinePlot } from './line-plot.ts'

const stars = { values: [0, 25, 100], labels: ['May', 'June', 'July'] }

test('draws a line, the area below it and the last value', () => {
  const plot = createLinePlot(stars, { width: 300, height: 130 })
  const html = renderMarkup(<LineChart label="Stars" plot={plot} unit="stars" />)

  expect(html).toContain('role="img" aria-label="Stars"')
  expect(html).toContain('<path d="M0,108L150,83L300,8V108H0Z"></path>')
  expect(html).toContain('<path d="M0,108L150,83L300,8"></path>')
  expect(html).toContain('<circle cx="100%" cy="8"')
})

test('a share has a percent sign, without a space', () => {
  const plot = createLinePlot({ values: [0, 100], labels: ['Nobody', 'Top person'] })
  const html = renderMarkup(<LineChart label="Share" plot={plot} unit="%" />)

  expect(html).toContain('aria-valuetext="100%, Top person"')
  expect(html).toContain('Highest: 100% (Top person).')
})

test('rounds the line to one decimal', () => {
  const plot = createLinePlot(
    { values: [0, 25, 100, 33], labels: ['May', 'June', 'July', 'August'] },
    { width: 100 },
  )
  const html = renderMarkup(<LineChart label="Stars" plot={plot} unit="stars" />)

  expect(html).toContain('d="M0,118L33.3,90.5L66.7,8L100,81.7"')
})

test('starts the line at the bottom of an axis that does not start at zero, without an area', () => {
  const plot = createLinePlot({ values: [12000, 12400], labels: ['May', 'June'] })
  const html = renderMarkup(<LineChart label="Stars" plot={plot} unit="stars" />)

  expect(html).toContain('d="M0,118L680,8"')
  expect(html).not.toContain('H0Z')
})

test('labels marks along the line', () => {
  const plot = createLinePlot(stars, { marks: [{ index: 1, text: 'v1.0' }] })
  const html = renderMarkup(<LineChart label="Stars" plot={plot} unit="stars" />)

  expect(html).toContain('x="50%"')
  expect(html).toContain('>v1.0</text>')
})

test('draws all events as one path of ticks on the axis', () => {
  const events = [
    { index: 1, text: 'v1.0' },
    { index: 2, text: 'v1.1' },
  ]
  const plot = createLinePlot(stars, { events, width: 300, height: 130 })
  const html = renderMarkup(<LineChart label="Stars" plot={plot} unit="stars" />)

  expect(html).toContain('<path d="M150,108v5M300,108v5"></path>')
})

test('has its values in a table', () => {
  const html = renderMarkup(<LineChart label="Stars" plot={createLinePlot(stars)} unit="stars" />)

  expect(html).toContain('<th scope="row">June</th><td>25</td>')
})

test('shows a single value as a point, and "No data" without values', () => {
  const one = renderMarkup(
    <LineChart
      label="Stars"
      plot={createLinePlot({ values: [0], labels: ['May'] })}
      unit="stars"
    />,
  )
  const none = renderMarkup(
    <LineChart label="Stars" plot={createLinePlot({ values: [], labels: [] })} unit="stars" />,
  )

  expect(one).toContain('<circle cx="50%"')
  expect(one.match(/<path/g)).toHaveLength(1)
  expect(none).toBe('<p>No data</p>')
})

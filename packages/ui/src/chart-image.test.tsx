/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createBarPlot } from './bar-plot.ts'
import { ChartImage, type ChartShape } from './chart-image.tsx'
import { createHeatmapPlot } from './heatmap-plot.ts'
import { imageColors } from './lib/chart-image-style.ts'
import { createLinePlot } from './line-plot.ts'
import { createMirrorPlot } from './mirror-plot.ts'

const size = { width: 300, height: 100 }
const twoWeeks = { values: [4, 2], labels: { firstWeek: '2026-05-31T00:00:00.000Z' } }
const bars: ChartShape = {
  form: 'bars',
  unit: 'commits',
  plot: createBarPlot(twoWeeks, { ...size, isLastPartial: true }),
}

function render(content: ChartShape | string, texts: { title?: string; footer?: string[] } = {}) {
  const { title = 'Commits per week', footer = [] } = texts
  return renderToStaticMarkup(
    <ChartImage title={title} subtitle="acme/rocket" content={content} footer={footer} />,
  )
}

test('an image contains its title, its description, its style and its footer', () => {
  const svg = render(bars, { footer: ['github.com/acme/rocket · Jun 8, 2026'] })
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="760" height="208" viewBox="0 0 760 208" /,
  )
  expect(svg).toContain('<title id="title">Commits per week, acme/rocket</title>')
  expect(svg).toContain(
    '<desc id="description">2 values from Week of May 31, 2026 to Week of Jun 7, 2026. ' +
      'Highest: 4 commits (Week of May 31, 2026). Lowest: 2 commits (Week of Jun 7, 2026). ' +
      'Last: 2 commits (Week of Jun 7, 2026).</desc>',
  )
  expect(svg).toContain(
    '<text class="small" x="24" y="192">github.com/acme/rocket · Jun 8, 2026</text>',
  )
  expect(svg.match(/<style>/g)).toHaveLength(1)
  expect(svg).not.toMatch(/ style="|href=|<script|url\(/)
})

test('an image is light, and dark where dark is preferred', () => {
  const style = /<style>(.*)<\/style>/.exec(render(bars))?.[1] ?? ''
  const [light = '', dark = ''] = style.split('@media(prefers-color-scheme:dark)')
  expect(light).toContain('.image{fill:#ffffff}')
  expect(light).toContain('.bars{stroke:#006edb}')
  expect(dark).toContain('.image{fill:#0d1117}')
  expect(dark).toContain('.bars{stroke:#0576ff}')
  // As text of XML: it needs no escaping.
  expect(style).not.toMatch(/[<&]/)
})

test('the colors are those of the tokens', () => {
  const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
  for (const [, , token, light, dark] of imageColors) {
    expect(tokens).toContain(`  ${token}: light-dark(${light}, ${dark});\n`)
  }
})

test('bars have a path for complete periods and one for the last', () => {
  expect(render(bars)).toContain(
    '<g class="bars" stroke-width="48"><path d="M62.8,78V8"></path>' +
      '<path class="partial" d="M237.2,78V43"></path></g>',
  )
})

test('a line has an area, a last point, its marks and the releases with their weeks', () => {
  const plot = createLinePlot(twoWeeks, {
    ...size,
    maxValue: 4,
    marks: [{ index: 0, text: 'Half' }],
    events: [{ index: 1, text: 'Released v1' }],
  })
  const svg = render({ form: 'line', unit: 'stars', plot })
  expect(svg).toContain(
    '<path class="area" d="M0,8L300,43V78H0Z"></path><path class="line" d="M0,8L300,43"></path>' +
      '<circle class="last" cx="300" cy="43" r="3.5"></circle>',
  )
  expect(svg).toContain('<text class="small" x="5" y="9" text-anchor="start">Half</text>')
  expect(svg).toContain(
    '<path class="event" d="M300,78v5"><title>Released v1, Week of Jun 7, 2026</title></path>',
  )
})

test('a heatmap has a path for each level', () => {
  const labels = { firstDay: '2026-05-31T00:00:00.000Z' }
  const plot = createHeatmapPlot({ values: [0, 1, 2, 8], labels }, { rowLabels: ['Mon', ''] })
  const svg = render({ form: 'heatmap', unit: 'commits', plot })
  expect(svg.match(/class="level\d"/g)).toEqual([
    'class="level0"',
    'class="level1"',
    'class="level2"',
    'class="level3"',
  ])
  expect(svg).not.toContain('class="grid"')
})

test('mirrored bars go up and down, and the description has both', () => {
  const series = { above: [10, 1], below: [5, 0], labels: ['May', 'June'] }
  const plot = createMirrorPlot(series, { ...size, isLastPartial: true })
  const svg = render({ form: 'mirror', units: ['additions', 'deletions'], plot })
  expect(svg).toContain('<path class="below" d="M62.8,54.7V78"></path>')
  expect(svg).toContain('Highest: 10 additions (May).')
  expect(svg).toContain('Highest: 5 deletions (May).')
})

test('an image without a chart says why', () => {
  const svg = render('No commits in the past year.')
  expect(svg).toContain('<desc id="description">No commits in the past year.</desc>')
  expect(svg).toContain('<text class="message" x="380" y="136">No commits in the past year.</text>')
  expect(svg).not.toContain('<path')
})

test('text is escaped, without characters that XML cannot contain', () => {
  const hostile = '</title><script>alert(1)</script>&\0\u202e\ud83d\uffff"'
  const labels = [`${hostile}1`, 'b']
  const plot = createBarPlot({ values: [1, 2], labels }, { events: [{ index: 0, text: hostile }] })
  const svg = render({ form: 'bars', unit: 'commits', plot }, { title: hostile, footer: [hostile] })
  expect(svg).toContain('&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;')
  expect(svg).not.toMatch(/<script|[\0\u202e\ud83d\uffff]/)
})

test('a long text is shortened between two characters', () => {
  expect(render('x', { title: '🚀'.repeat(101) })).toContain(`>${'🚀'.repeat(99)}…</text>`)
  expect(render('x', { title: '🚀'.repeat(100_000) }).length).toBeLessThan(5000)
})

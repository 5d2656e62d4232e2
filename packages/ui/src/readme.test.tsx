import { BarChart } from '@repo/ui/bar-chart'
import { type BarPlot, barPlot } from '@repo/ui/bar-plot'
import { Panel } from '@repo/ui/panel'
import { expect, test } from 'vitest'
import { markup } from './markup.ts'

// In getServerSideProps: the plot is small and goes into the props.
const plot = barPlot(
  [
    { label: '16 Nov 2026', value: 40 },
    { label: '23 Nov 2026', value: 37 },
  ],
  { ticks: [{ index: 1, text: 'now' }], lastIsPartial: true },
)

// In the page: what draws the plot knows nothing of d3.
function CommitsPanel({ plot }: { plot: BarPlot }) {
  return (
    <Panel title="Commits per week" note={{ tone: 'fresh', text: '8 s ago' }}>
      <BarChart label="Commits per week" plot={plot} unit="commits" />
    </Panel>
  )
}

test('README example', () => {
  const html = markup(<CommitsPanel plot={plot} />)

  expect(html).toContain('<title>23 Nov 2026: 37 commits</title>')
  expect(html).toContain('>now</text>')
})

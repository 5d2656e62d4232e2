import { BarChart } from '@repo/ui/bar-chart'
import { type BarPlot, createBarPlot } from '@repo/ui/bar-plot'
import { Panel } from '@repo/ui/panel'
import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'

// In getServerSideProps: the plot is small and goes into the props.
const plot = createBarPlot(
  { values: [40, 37], labels: ['Nov 16, 2026', 'Nov 23, 2026'] },
  { ticks: [{ index: 1, text: 'now' }], isLastPartial: true },
)

// In the page: BarChart draws the plot without d3.
function CommitsPanel({ plot }: { plot: BarPlot }) {
  return (
    <Panel title="Commits per week" note={{ tone: 'stale', text: 'From 3 hours ago' }}>
      <BarChart label="Commits per week" plot={plot} unit="commits" />
    </Panel>
  )
}

test('runs the README example', () => {
  const html = renderMarkup(<CommitsPanel plot={plot} />)

  expect(html).toContain('aria-valuetext="37 commits, Nov 23, 2026"')
  expect(html).toContain('>now</text>')
})

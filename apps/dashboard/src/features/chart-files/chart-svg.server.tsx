import type { Snapshot } from '@repo/github'
import { ChartImage, type ChartShape } from '@repo/ui/chart-image'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ChartFile } from '#components/charts/chart-file.ts'

const date = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})

type ChartTexts = { title: string; fullName: string; source: string }

/** Renders a chart as an SVG image with its source and the date of its data. */
export function renderChartSvg(
  { data, asOf }: Snapshot<ChartFile>,
  { title, fullName, source }: ChartTexts,
): string {
  const { chart, summary, note, emptyText } = data
  const content = chart && hasValues(chart) ? chart : emptyText
  const origin = `${source.replace(/^https?:\/\//, '')} · ${date.format(Date.parse(asOf))} UTC`
  return renderToStaticMarkup(
    <ChartImage
      title={title}
      subtitle={content === chart ? `${fullName} · ${summary}` : fullName}
      content={content}
      footer={content === chart && note ? [note, origin] : [origin]}
    />,
  )
}

/** Renders an image that says why it has no chart. */
export function renderMessageSvg(title: string, subtitle: string, message: string): string {
  return renderToStaticMarkup(
    <ChartImage title={title} subtitle={subtitle} content={message} footer={[]} />,
  )
}

function hasValues(chart: ChartShape): boolean {
  const { values } = chart.plot
  if (chart.form === 'line') return values.length > 0
  return [...values, ...(chart.form === 'mirror' ? chart.plot.below : [])].some(
    (value) => value > 0,
  )
}

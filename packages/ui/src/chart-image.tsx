import type { ReactNode } from 'react'
import type { BarPlot } from './bar-plot.ts'
import type { HeatmapPlot } from './heatmap-plot.ts'
import { CELL_GAP, divideIntoCells, drawCells } from './lib/cells.ts'
import { imageStyle } from './lib/chart-image-style.ts'
import { describeSeries } from './lib/describe-series.ts'
import {
  centerOf,
  divideIntoBars,
  divideIntoPoints,
  type Plot,
  type PlotColumns,
  yOf,
} from './lib/plot.ts'
import { labelAt } from './lib/series.ts'
import { drawBars, drawLine } from './lib/shapes.ts'
import type { LinePlot } from './line-plot.ts'
import type { MirrorPlot } from './mirror-plot.ts'
import { removeControls } from './remove-controls.ts'

/** A chart: its form, its plot, and the unit of its values in the plural. */
export type ChartShape =
  | { form: 'bars'; plot: BarPlot; unit: string }
  | { form: 'line'; plot: LinePlot; unit: string }
  | { form: 'heatmap'; plot: HeatmapPlot; unit: string }
  | { form: 'mirror'; plot: MirrorPlot; units: readonly [above: string, below: string] }

type ChartImageProps = {
  title: string
  subtitle: string
  /** The chart, or what the image says in its place. */
  content: ChartShape | string
  /** Lines below the chart, such as its source and date. */
  footer: readonly string[]
}

/** The width of every image in SVG units. */
const WIDTH = 760
const MARGIN = 24
const LEFT = 56
const TOP = 76
const LINE_HEIGHT = 16
const MESSAGE_HEIGHT = 120
// Longer texts would not fit into the image.
const MAX_CHARACTERS = 100

/**
 * A chart as a whole SVG image for `renderToStaticMarkup`: it contains its style, and follows the
 * color scheme of the browser or of the site that embeds it.
 */
export function ChartImage({ title, subtitle, content, footer }: ChartImageProps) {
  const isMessage = typeof content === 'string'
  const plotHeight = isMessage ? MESSAGE_HEIGHT : content.plot.height
  const bottom = TOP + plotHeight + LINE_HEIGHT
  const height = bottom + footer.length * LINE_HEIGHT
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-labelledby="title"
      aria-describedby="description"
    >
      <title id="title">{cleanText(`${title}, ${subtitle}`)}</title>
      <desc id="description">{isMessage ? cleanText(content) : describeChart(content)}</desc>
      <style>{imageStyle}</style>
      <rect className="image" x="0.5" y="0.5" width={WIDTH - 1} height={height - 1} rx="6" />
      <text className="title" x={MARGIN} y="32">
        {cleanText(title)}
      </text>
      <text x={MARGIN} y="52">
        {cleanText(subtitle)}
      </text>
      {isMessage ? (
        <text className="message" x={WIDTH / 2} y={TOP + plotHeight / 2}>
          {cleanText(content)}
        </text>
      ) : (
        <g transform={`translate(${LEFT} ${TOP})`}>
          <Axes {...content} />
          <Shapes {...content} />
        </g>
      )}
      {footer.map((line, index) => (
        <text key={line} className="small" x={MARGIN} y={bottom + index * LINE_HEIGHT}>
          {cleanText(line)}
        </text>
      ))}
    </svg>
  )
}

function Axes({ form, plot }: ChartShape): ReactNode {
  const { width, height, grid, ticks } = plot
  return (
    <>
      {form !== 'heatmap' && (
        <path className="grid" d={grid.map(({ y }) => `M0,${y}H${width}`).join('')} />
      )}
      {grid.map(({ y, text }) => (
        <text key={y} className="small" x="-8" y={y + 4} textAnchor="end">
          {text}
        </text>
      ))}
      {ticks.map(({ x, text, anchor }) => (
        <text key={x} className="small" x={x} y={height - 5} textAnchor={anchor ?? 'middle'}>
          {cleanText(text)}
        </text>
      ))}
    </>
  )
}

function Shapes(chart: ChartShape): ReactNode {
  switch (chart.form) {
    case 'bars': {
      const { plot } = chart
      const columns = divideIntoBars(plot.values.length, plot.width)
      const end = plot.isLastPartial ? plot.values.length - 1 : plot.values.length
      const last = (values: readonly number[]) =>
        values.map((value, index) => (index < end ? 0 : value))
      return (
        <>
          <g className="bars" strokeWidth={columns.barWidth}>
            <path d={drawBars(plot, columns, plot.values.slice(0, end))} />
            <path className="partial" d={drawBars(plot, columns, last(plot.values))} />
          </g>
          <Events plot={plot} columns={columns} />
        </>
      )
    }
    case 'line': {
      const { plot } = chart
      const columns = divideIntoPoints(plot.values.length, plot.width)
      const path = drawLine(plot, columns)
      const last = plot.values.length - 1
      return (
        <>
          {path && plot.floor === 0 && <path className="area" d={`${path}V${plot.baseline}H0Z`} />}
          <path className="line" d={path} />
          <circle
            className="last"
            cx={centerOf(columns, last)}
            cy={yOf(plot, plot.values[last] ?? 0)}
            r="3.5"
          />
          {plot.marks.map(({ x, text, anchor = 'start' }) => (
            <g key={text}>
              <path className="mark" d={`M${x},0V${plot.baseline}`} />
              <text
                className="small"
                x={anchor === 'end' ? x - 5 : x + 5}
                y="9"
                textAnchor={anchor}
              >
                {cleanText(text)}
              </text>
            </g>
          ))}
          <Events plot={plot} columns={columns} />
        </>
      )
    }
    case 'heatmap': {
      const { plot } = chart
      const columns = divideIntoCells(plot.values.length, plot.rows, plot.width)
      return (
        <g strokeWidth={plot.baseline / plot.rows - CELL_GAP}>
          {drawCells(plot, columns).map(
            (path, level) => path && <path key={path} className={`level${level}`} d={path} />,
          )}
        </g>
      )
    }
    case 'mirror': {
      const { plot } = chart
      const columns = divideIntoBars(plot.values.length, plot.width)
      const end = plot.isLastPartial ? plot.values.length - 1 : plot.values.length
      const last = (values: readonly number[]) =>
        values.map((value, index) => (index < end ? 0 : value))
      const below = plot.below.map((value) => -value)
      return (
        <>
          <g strokeWidth={columns.barWidth}>
            <path className="above" d={drawBars(plot, columns, plot.values.slice(0, end))} />
            <path className="below" d={drawBars(plot, columns, below.slice(0, end))} />
            <g className="partial">
              <path className="above" d={drawBars(plot, columns, last(plot.values))} />
              <path className="below" d={drawBars(plot, columns, last(below))} />
            </g>
          </g>
          <path className="axis" d={`M0,${yOf(plot, 0)}H${plot.width}`} />
        </>
      )
    }
  }
}

/** Ticks on the axis; a program that shows the image by itself shows their texts. */
function Events({ plot, columns }: { plot: Plot; columns: PlotColumns }): ReactNode {
  return plot.events?.map(({ index, text }) => (
    <path key={text} className="event" d={`M${centerOf(columns, index)},${plot.baseline}v5`}>
      <title>{cleanText(`${text}, ${labelAt(plot.labels, index)}`)}</title>
    </path>
  ))
}

function describeChart(chart: ChartShape): string {
  if (chart.form !== 'mirror') return removeControls(describeSeries(chart.plot, chart.unit))
  const { plot, units } = chart
  const below = { values: plot.below, labels: plot.labels }
  return `${describeSeries(plot, units[0])} ${describeSeries(below, units[1])}`
}

/** Removes characters that would break the image, and shortens what would not fit. */
function cleanText(text: string): string {
  const characters = Array.from(removeControls(text.slice(0, 2 * MAX_CHARACTERS + 2)))
  return characters.length > MAX_CHARACTERS
    ? `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…`
    : characters.join('')
}

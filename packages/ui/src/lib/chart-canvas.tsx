import { type ReactNode, useId } from 'react'
import styles from './chart-canvas.module.css'
import { ChartSlider } from './chart-slider.tsx'
import { describeSeries, formatAmount } from './describe-series.ts'
import { centerOf, type Plot, type PlotColumns, roundCoordinate } from './plot.ts'

type ChartCanvasProps = {
  label: string
  /** The unit in the plural, such as `commits`. */
  unit: string
  /** Describes the values of a column; by default, the one value of the plot. */
  describeColumn?: ((index: number) => string) | undefined
  /** Describes the whole chart; by default the extremes and the last value. */
  description?: string | undefined
  plot: Plot
  columns: PlotColumns
  /** Drawn over the plot without being stretched. */
  overlay?: ReactNode
  children: ReactNode
}

/**
 * The grid and the labels of a chart. Its shapes are stretched to the available width; labels are
 * placed in percent and are not scaled, so they stay readable on a phone.
 */
export function ChartCanvas(props: ChartCanvasProps) {
  const { label, unit, plot, columns, overlay, children } = props
  const { values, width, height, baseline, grid, ticks, events } = plot
  const { describeColumn, description = describeSeries(plot, unit) } = props
  const amountAt = describeColumn ?? ((index: number) => formatAmount(values[index] ?? 0, unit))
  const { rows = 1 } = columns
  const id = useId()
  const maxLabelLength = Math.max(...grid.map(({ text }) => text.length))
  const margin =
    maxLabelLength > 5 ? styles.wide : maxLabelLength > 2 ? styles.medium : styles.narrow

  return (
    <ChartSlider className={margin} label={label} plot={plot} columns={columns} amountAt={amountAt}>
      <svg
        className={ticks.length > 5 ? styles.crowded : styles.canvas}
        role="img"
        aria-label={label}
        aria-describedby={id}
        width="100%"
        height={height}
      >
        <desc id={id}>{description}</desc>
        <svg
          aria-hidden="true"
          className={styles.shapes}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          width="100%"
          height={height}
        >
          {rows === 1 && (
            <path className={styles.grid} d={grid.map(({ y }) => `M0,${y}H${width}`).join('')} />
          )}
          {children}
          {events && (
            <path
              className={styles.events}
              d={events
                .map(({ index }) => `M${roundCoordinate(centerOf(columns, index))},${baseline}v5`)
                .join('')}
            />
          )}
        </svg>
        <g className={styles.values} transform="translate(-8)">
          {grid.map(({ y, text }) => (
            <text key={y} y={y}>
              {text}
            </text>
          ))}
        </g>
        <g className={styles.ticks} transform={`translate(0 ${height - 5})`}>
          {ticks.map(({ x, text, anchor }) => (
            <text key={`${x} ${text}`} x={toPercent(x, width)} textAnchor={anchor}>
              {text}
            </text>
          ))}
        </g>
        {overlay}
      </svg>
    </ChartSlider>
  )
}

/** Converts an x coordinate to a percentage of the chart's width. */
export function toPercent(x: number, width: number): string {
  return `${Math.round((x / width) * 1000) / 10}%`
}

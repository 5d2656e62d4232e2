import { type ReactNode, useId } from 'react'
import styles from './chart-canvas.module.css'
import { ChartSlider, type ChartValue } from './chart-slider.tsx'
import { describeValues } from './describe-values.ts'
import type { GridLine, PlacedLabel } from './plot-axes.ts'

type ChartCanvasProps = {
  label: string
  /** The unit in the plural, such as `commits`. */
  unit: string
  width: number
  height: number
  baseline: number
  grid: readonly GridLine[]
  ticks: readonly PlacedLabel[]
  /** The values from left to right, for the slider and the description. */
  values: readonly ChartValue[]
  /** Drawn over the plot without being stretched. */
  overlay?: ReactNode
  children: ReactNode
}

/**
 * The grid and the labels of a chart. Its shapes are stretched to the available width; labels are
 * placed in percent and are not scaled, so they stay readable on a phone.
 */
export function ChartCanvas(props: ChartCanvasProps) {
  const { label, unit, width, height, baseline, grid, ticks, values, overlay, children } = props
  const id = useId()
  const maxLabelLength = Math.max(...grid.map(({ text }) => text.length))
  const margin =
    maxLabelLength > 5 ? styles.wide : maxLabelLength > 2 ? styles.medium : styles.narrow

  return (
    <ChartSlider className={margin} label={label} unit={unit} width={width} values={values}>
      {(selected) => (
        <svg
          className={ticks.length > 5 ? styles.crowded : styles.canvas}
          role="img"
          aria-label={label}
          aria-describedby={id}
          width="100%"
          height={height}
        >
          <desc id={id}>{describeValues(values, unit)}</desc>
          {grid.map(({ y, text }) => (
            <g key={y}>
              <line className={styles.grid} x1="0" x2="100%" y1={y} y2={y} />
              <text className={styles.value} x="-8" y={y} dy="0.35em">
                {text}
              </text>
            </g>
          ))}
          <svg
            aria-hidden="true"
            className={styles.shapes}
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            width="100%"
            height={height}
          >
            <rect
              className={styles.cursor}
              x={selected.left}
              width={selected.right - selected.left}
              height={baseline}
            />
            {children}
          </svg>
          {ticks.map(({ x, text, anchor }) => (
            <text
              className={styles.tick}
              key={`${x} ${text}`}
              x={toPercent(x, width)}
              y={height - 5}
              textAnchor={anchor}
            >
              {text}
            </text>
          ))}
          {overlay}
        </svg>
      )}
    </ChartSlider>
  )
}

/** Converts an x coordinate to a percentage of the chart's width. */
export function toPercent(x: number, width: number): string {
  return `${Math.round((x / width) * 1000) / 10}%`
}

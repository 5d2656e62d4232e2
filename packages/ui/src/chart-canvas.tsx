import { type ReactNode, useId } from 'react'
import styles from './chart-canvas.module.css'
import { ChartReader, type Read } from './chart-reader.tsx'
import { describeValues } from './describe-values.ts'
import type { GridLine, PlacedText } from './plot-axes.ts'

type ChartCanvasProps = {
  label: string
  /** What is counted, in the plural. */
  unit: string
  width: number
  height: number
  baseline: number
  grid: readonly GridLine[]
  ticks: readonly PlacedText[]
  /** What is read out one by one, from the left, each with the column that is its own. */
  values: readonly Read[]
  above?: ReactNode
  children: ReactNode
}

/**
 * The grid, values and words of a chart. The shapes inside are stretched to the width at hand;
 * words are placed in percent and keep their size, so that they stay readable on a phone.
 */
export function ChartCanvas(props: ChartCanvasProps) {
  const { label, unit, width, height, baseline, grid, ticks, values, above, children } = props
  const id = useId()
  const longest = Math.max(...grid.map(({ text }) => text.length))
  const margin = longest > 5 ? styles.wide : longest > 2 ? styles.medium : styles.narrow

  return (
    <ChartReader className={margin} label={label} unit={unit} width={width} values={values}>
      {(read) => (
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
              x={read.left}
              width={read.right - read.left}
              height={baseline}
            />
            {children}
          </svg>
          {ticks.map(({ x, text, anchor }) => (
            <text
              className={styles.tick}
              key={`${x} ${text}`}
              x={percent(x, width)}
              y={height - 5}
              textAnchor={anchor}
            >
              {text}
            </text>
          ))}
          {above}
        </svg>
      )}
    </ChartReader>
  )
}

/** A coordinate as a share of the chart's width. */
export function percent(x: number, width: number): string {
  return `${Math.round((x / width) * 1000) / 10}%`
}

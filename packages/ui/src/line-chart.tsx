import type { ReactNode } from 'react'
import { ChartCanvas, toPercent } from './lib/chart-canvas.tsx'
import { centerOf, divideIntoPoints, yOf } from './lib/plot.ts'
import { drawLine } from './lib/shapes.ts'
import { ValueTable } from './lib/value-table.tsx'
import styles from './line-chart.module.css'
import type { LinePlot } from './line-plot.ts'

type LineChartProps = {
  label: string
  plot: LinePlot
  /** The unit in the plural, such as `stars`. */
  unit: string
  /** Links for the chart, above the table. */
  actions?: ReactNode
}

/** A line chart, filled if its axis starts at zero, and its values in a table below it. */
export function LineChart({ label, plot, unit, actions }: LineChartProps) {
  const { values, baseline, width, marks } = plot
  const columns = divideIntoPoints(values.length, width)
  const last = values.at(-1)
  const path = drawLine(plot, columns)

  if (last === undefined) return <p className={styles.empty}>No data</p>

  return (
    <figure className={styles.chart}>
      <ChartCanvas
        plot={plot}
        columns={columns}
        label={label}
        unit={unit}
        overlay={
          <>
            {marks.map(({ x, text, anchor }) => (
              <g key={`${x} ${text}`}>
                <line
                  className={styles.mark}
                  x1={toPercent(x, width)}
                  x2={toPercent(x, width)}
                  y1="0"
                  y2={baseline}
                />
                <text
                  className={styles.markText}
                  x={toPercent(x, width)}
                  y="9"
                  dx={anchor === 'end' ? -5 : 5}
                  textAnchor={anchor === 'end' ? 'end' : 'start'}
                >
                  {text}
                </text>
              </g>
            ))}
            <circle
              className={styles.last}
              cx={toPercent(centerOf(columns, values.length - 1), width)}
              cy={yOf(plot, last)}
              r="3.5"
            />
          </>
        }
      >
        {path && plot.floor === 0 && <path className={styles.area} d={`${path}V${baseline}H0Z`} />}
        {path && <path className={styles.line} d={path} />}
      </ChartCanvas>
      <ValueTable
        label={label}
        labels={plot.labels}
        columns={[{ unit, values }]}
        actions={actions}
      />
    </figure>
  )
}

import type { ReactNode } from 'react'
import styles from './bar-chart.module.css'
import type { BarPlot } from './bar-plot.ts'
import { ChartCanvas } from './lib/chart-canvas.tsx'
import { centerOf, divideIntoBars, roundCoordinate, yOf } from './lib/plot.ts'
import { drawBars } from './lib/shapes.ts'
import { ValueTable } from './lib/value-table.tsx'

type BarChartProps = {
  label: string
  plot: BarPlot
  /** The unit in the plural, such as `commits`. */
  unit: string
  /** Links for the chart, above the table. */
  actions?: ReactNode
}

/** A bar chart, with its values in a table below it. */
export function BarChart({ label, plot, unit, actions }: BarChartProps) {
  const { values, baseline, width, isLastPartial } = plot
  if (values.every((value) => value === 0)) return <p className={styles.empty}>No data</p>

  const columns = divideIntoBars(values.length, width)
  const complete = isLastPartial ? values.slice(0, -1) : values
  const last = values.length - 1

  return (
    <figure className={styles.chart}>
      <ChartCanvas plot={plot} columns={columns} label={label} unit={unit}>
        <path
          className={styles.bars}
          strokeWidth={columns.barWidth}
          d={drawBars(plot, columns, complete)}
        />
        {isLastPartial && (
          <rect
            className={styles.partial}
            x={roundCoordinate(centerOf(columns, last) - columns.barWidth / 2)}
            y={yOf(plot, values[last] ?? 0)}
            width={columns.barWidth}
            height={roundCoordinate(baseline - yOf(plot, values[last] ?? 0))}
          />
        )}
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

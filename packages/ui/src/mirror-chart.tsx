import type { ReactNode } from 'react'
import { ChartCanvas } from './lib/chart-canvas.tsx'
import { describeSeries, formatAmount } from './lib/describe-series.ts'
import { divideIntoBars, yOf } from './lib/plot.ts'
import { drawBars } from './lib/shapes.ts'
import { ValueTable } from './lib/value-table.tsx'
import styles from './mirror-chart.module.css'
import type { MirrorPlot } from './mirror-plot.ts'

type MirrorChartProps = {
  label: string
  plot: MirrorPlot
  /** The units above and below the axis in the plural, such as `additions` and `deletions`. */
  units: readonly [above: string, below: string]
  /** Links for the chart, above the table. */
  actions?: ReactNode
}

/** Bars above and below an axis, with their values in a table below the chart. */
export function MirrorChart({ label, plot, units, actions }: MirrorChartProps) {
  const [unitAbove, unitBelow] = units
  const { values, labels, width, isLastPartial } = plot
  if (![...values, ...plot.below].some((value) => value > 0)) {
    return <p className={styles.empty}>No data</p>
  }

  const columns = divideIntoBars(values.length, width)
  const end = isLastPartial ? values.length - 1 : values.length
  const axis = yOf(plot, 0)
  const bars = (series: readonly number[]) => drawBars(plot, columns, series)
  const last = (series: readonly number[]) =>
    series.map((value, index) => (index < end ? 0 : value))
  const below = plot.below.map((value) => -value)

  return (
    <figure className={styles.chart}>
      <ChartCanvas
        plot={plot}
        columns={columns}
        label={label}
        unit={unitAbove}
        description={`${describeSeries(plot, unitAbove)} ${describeSeries({ values: plot.below, labels }, unitBelow)}`}
        describeColumn={(index) =>
          `${formatAmount(values[index] ?? 0, unitAbove)}, ${formatAmount(plot.below[index] ?? 0, unitBelow)}`
        }
      >
        <g strokeWidth={columns.barWidth}>
          <path className={styles.above} d={bars(values.slice(0, end))} />
          <path className={styles.below} d={bars(below.slice(0, end))} />
          {isLastPartial && (
            <g className={styles.partial}>
              <path className={styles.above} d={bars(last(values))} />
              <path className={styles.below} d={bars(last(below))} />
            </g>
          )}
        </g>
        <path className={styles.axis} d={`M0,${axis}H${width}`} />
      </ChartCanvas>
      <ValueTable
        label={label}
        labels={labels}
        columns={[
          { unit: unitAbove, values },
          { unit: unitBelow, values: plot.below },
        ]}
        actions={actions}
      />
    </figure>
  )
}

import styles from './bar-chart.module.css'
import type { BarPlot } from './bar-plot.ts'
import { ChartCanvas } from './lib/chart-canvas.tsx'
import { pluralizeUnit } from './lib/describe-values.ts'
import { ValueTable } from './lib/value-table.tsx'

type BarChartProps = {
  label: string
  plot: BarPlot
  /** The unit in the plural, such as `commits`. */
  unit: string
}

/** A bar chart, with its values in a table below it. */
export function BarChart({ label, plot, unit }: BarChartProps) {
  const { bars, barWidth, baseline, width } = plot
  const step = width / bars.length
  const margin = (step - barWidth) / 2

  if (bars.every((bar) => bar.value === 0)) return <p className={styles.empty}>No data</p>

  const values = bars.map(({ label, value, x }) => ({
    label,
    value,
    left: x - margin,
    right: x - margin + step,
  }))

  return (
    <figure className={styles.chart}>
      <ChartCanvas {...plot} label={label} unit={unit} values={values}>
        {bars.map((bar, index) => (
          <g className={styles.column} key={bar.x}>
            <title>{`${bar.label}: ${bar.value.toLocaleString('en')} ${pluralizeUnit(bar.value, unit)}`}</title>
            <rect className={styles.hover} x={bar.x - margin} width={step} height={baseline} />
            <rect
              className={
                plot.isLastPartial && index === bars.length - 1 ? styles.partial : styles.bar
              }
              x={bar.x}
              y={bar.y}
              width={barWidth}
              height={baseline - bar.y}
              rx="1.5"
            />
          </g>
        ))}
      </ChartCanvas>
      <ValueTable label={label} unit={unit} rows={bars} />
    </figure>
  )
}

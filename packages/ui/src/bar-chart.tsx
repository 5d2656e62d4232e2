import styles from './bar-chart.module.css'
import type { BarPlot } from './bar-plot.ts'
import { ChartCanvas } from './chart-canvas.tsx'
import { inUnits } from './describe-values.ts'
import { ValueTable } from './value-table.tsx'

type BarChartProps = {
  label: string
  plot: BarPlot
  /** What is counted, in the plural: `commits`. */
  unit: string
}

/** A bar chart with its numbers as a table behind it. */
export function BarChart({ label, plot, unit }: BarChartProps) {
  const { bars, barWidth, baseline, width } = plot
  const step = width / bars.length
  const inset = (step - barWidth) / 2

  if (bars.every((bar) => bar.value === 0)) return <p className={styles.empty}>Nothing to show</p>

  const values = bars.map(({ label, value, x }) => ({
    label,
    value,
    left: x - inset,
    right: x - inset + step,
  }))

  return (
    <figure className={styles.chart}>
      <ChartCanvas {...plot} label={label} unit={unit} values={values}>
        {bars.map((bar, index) => (
          <g className={styles.column} key={bar.x}>
            <title>{`${bar.label}: ${bar.value.toLocaleString('en')} ${inUnits(bar.value, unit)}`}</title>
            <rect className={styles.hover} x={bar.x - inset} width={step} height={baseline} />
            <rect
              className={
                plot.lastIsPartial && index === bars.length - 1 ? styles.partial : styles.bar
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

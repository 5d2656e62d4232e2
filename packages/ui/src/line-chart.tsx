import { ChartCanvas, toPercent } from './lib/chart-canvas.tsx'
import { pluralizeUnit } from './lib/describe-values.ts'
import { ValueTable } from './lib/value-table.tsx'
import styles from './line-chart.module.css'
import type { LinePlot } from './line-plot.ts'

type LineChartProps = {
  label: string
  plot: LinePlot
  /** The unit in the plural, such as `stars`. */
  unit: string
}

/** A line chart with a filled area, and its values in a table below it. */
export function LineChart({ label, plot, unit }: LineChartProps) {
  const { points, path, baseline, width, marks } = plot
  const last = points.at(-1)
  const step = width / Math.max(1, points.length - 1)

  if (!last) return <p className={styles.empty}>No data</p>

  const values = points.map(({ label, value, x }) => ({
    label,
    value,
    left: x - step / 2,
    right: x + step / 2,
  }))

  return (
    <figure className={styles.chart}>
      <ChartCanvas
        {...plot}
        label={label}
        unit={unit}
        values={values}
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
            <circle className={styles.last} cx={toPercent(last.x, width)} cy={last.y} r="3.5" />
          </>
        }
      >
        {path && <path className={styles.area} d={`${path}V${baseline}H0Z`} />}
        {path && <path className={styles.line} d={path} />}
        {points.map((point) => (
          <g className={styles.column} key={point.x}>
            <title>{`${point.label}: ${point.value.toLocaleString('en')} ${pluralizeUnit(point.value, unit)}`}</title>
            <rect x={point.x - step / 2} width={step} height={baseline} />
          </g>
        ))}
      </ChartCanvas>
      <ValueTable label={label} unit={unit} rows={points} />
    </figure>
  )
}

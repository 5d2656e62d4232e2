import { ChartCanvas, toPercent } from './lib/chart-canvas.tsx'
import { centerOf, divideIntoPoints, roundCoordinate, yOf } from './lib/plot.ts'
import { ValueTable } from './lib/value-table.tsx'
import styles from './line-chart.module.css'
import type { LinePlot } from './line-plot.ts'

type LineChartProps = {
  label: string
  plot: LinePlot
  /** The unit in the plural, such as `stars`. */
  unit: string
}

/** A line chart, filled if its axis starts at zero, and its values in a table below it. */
export function LineChart({ label, plot, unit }: LineChartProps) {
  const { values, baseline, width, marks } = plot
  const columns = divideIntoPoints(values.length, width)
  const points = values.map((value, index) => ({
    x: roundCoordinate(centerOf(columns, index)),
    y: yOf(plot, value),
  }))
  const last = points.at(-1)
  const path = points.length > 1 ? `M${points.map(({ x, y }) => `${x},${y}`).join('L')}` : ''

  if (!last) return <p className={styles.empty}>No data</p>

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
            <circle className={styles.last} cx={toPercent(last.x, width)} cy={last.y} r="3.5" />
          </>
        }
      >
        {path && plot.floor === 0 && <path className={styles.area} d={`${path}V${baseline}H0Z`} />}
        {path && <path className={styles.line} d={path} />}
      </ChartCanvas>
      <ValueTable label={label} labels={plot.labels} columns={[{ unit, values }]} />
    </figure>
  )
}

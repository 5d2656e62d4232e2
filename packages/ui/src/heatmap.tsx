import styles from './heatmap.module.css'
import type { HeatmapPlot } from './heatmap-plot.ts'
import { divideIntoCells } from './lib/cells.ts'
import { ChartCanvas } from './lib/chart-canvas.tsx'
import { centerOf, roundCoordinate } from './lib/plot.ts'
import { ValueTable } from './lib/value-table.tsx'

type HeatmapProps = {
  label: string
  plot: HeatmapPlot
  /** The unit in the plural, such as `commits`. */
  unit: string
}

const GAP = 2

/** A heatmap with a path for each level, and its values in a table below it. */
export function Heatmap({ label, plot, unit }: HeatmapProps) {
  const { values, labels, rows, baseline, width, thresholds } = plot
  if (values.every((value) => value === 0)) return <p className={styles.empty}>No data</p>

  const columns = divideIntoCells(values.length, rows, width)
  const rowHeight = baseline / rows
  const cellWidth = roundCoordinate(columns.width - GAP)
  const levels = Array.from({ length: thresholds.length + 2 }, () => '')
  values.forEach((value, index) => {
    const level = value === 0 ? 0 : 1 + thresholds.filter((threshold) => value > threshold).length
    const column = Math.floor(index / rows)
    const x = roundCoordinate(centerOf(columns, column) - cellWidth / 2)
    levels[level] += `M${x},${((index % rows) + 0.5) * rowHeight}h${cellWidth}`
  })

  return (
    <figure className={styles.chart}>
      <ChartCanvas plot={plot} columns={columns} label={label} unit={unit}>
        <g strokeWidth={rowHeight - GAP}>
          {levels.map(
            (d, level) => d && <path key={d} className={styles[`level${level}`]} d={d} />,
          )}
        </g>
      </ChartCanvas>
      <ValueTable label={label} labels={labels} columns={[{ unit, values }]} />
    </figure>
  )
}

import type { ReactNode } from 'react'
import styles from './heatmap.module.css'
import type { HeatmapPlot } from './heatmap-plot.ts'
import { CELL_GAP, divideIntoCells, drawCells } from './lib/cells.ts'
import { ChartCanvas } from './lib/chart-canvas.tsx'
import { ValueTable } from './lib/value-table.tsx'

type HeatmapProps = {
  label: string
  plot: HeatmapPlot
  /** The unit in the plural, such as `commits`. */
  unit: string
  /** Links for the chart, above the table. */
  actions?: ReactNode
}

/** A heatmap with a path for each level, and its values in a table below it. */
export function Heatmap({ label, plot, unit, actions }: HeatmapProps) {
  const { values, labels, rows, baseline, width } = plot
  if (values.every((value) => value === 0)) return <p className={styles.empty}>No data</p>

  const columns = divideIntoCells(values.length, rows, width)

  return (
    <figure className={styles.chart}>
      <ChartCanvas plot={plot} columns={columns} label={label} unit={unit}>
        <g strokeWidth={baseline / rows - CELL_GAP}>
          {drawCells(plot, columns).map(
            (d, level) => d && <path key={d} className={styles[`level${level}`]} d={d} />,
          )}
        </g>
      </ChartCanvas>
      <ValueTable label={label} labels={labels} columns={[{ unit, values }]} actions={actions} />
    </figure>
  )
}

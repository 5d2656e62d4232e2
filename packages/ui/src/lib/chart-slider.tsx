import { type PointerEvent, type ReactNode, useState } from 'react'
import styles from './chart-slider.module.css'
import { formatAmount } from './describe-series.ts'
import type { Plot, PlotColumns } from './plot.ts'
import { labelAt } from './series.ts'

type ChartSliderProps = {
  label: string
  unit: string
  plot: Plot
  columns: PlotColumns
  describeColumn?: ((index: number) => string) | undefined
  className: string | undefined
  children: (selectedIndex: number) => ReactNode
}

/**
 * Shows one value of a chart as text: the one under the pointer, or the one that the arrow keys
 * selected. For the keyboard and for screen readers it is a slider over the chart.
 */
export function ChartSlider(props: ChartSliderProps) {
  const { label, unit, plot, columns, describeColumn, className, children } = props
  const { values, labels } = plot
  const [selectedIndex, setSelectedIndex] = useState<number>()
  const last = values.length - 1
  const index = Math.min(selectedIndex ?? last, last)
  const amount = describeColumn?.(index) ?? formatAmount(values[index] ?? 0, unit)

  function selectAtPointer({ clientX, currentTarget }: PointerEvent) {
    const box = currentTarget.getBoundingClientRect()
    const x = ((clientX - box.left) / box.width) * plot.width
    const nearest = Math.round((x - columns.first) / columns.pitch)
    setSelectedIndex(Math.min(Math.max(nearest, 0), last))
  }

  return (
    <>
      <p className={styles.readout}>
        <strong>{amount}</strong> <span>{labelAt(labels, index)}</span>
      </p>
      <div className={className}>
        <div
          className={styles.plot}
          onPointerMove={selectAtPointer}
          onPointerDown={selectAtPointer}
        >
          {children(index)}
          <input
            className={styles.slider}
            type="range"
            aria-label={`${label}, value by value`}
            aria-valuetext={`${amount}, ${labelAt(labels, index)}`}
            min={0}
            max={last}
            value={index}
            onChange={(event) => setSelectedIndex(Number(event.target.value))}
          />
        </div>
      </div>
    </>
  )
}

import { type PointerEvent, type ReactNode, useState } from 'react'
import styles from './chart-slider.module.css'
import { Count } from './count.tsx'
import { pluralizeUnit } from './describe-values.ts'

/** A value of a chart and the column of the plot, in SVG units, that selects it. */
export type ChartValue = { label: string; value: number; left: number; right: number }

type ChartSliderProps = {
  label: string
  unit: string
  /** The plot's width in SVG units. */
  width: number
  values: readonly ChartValue[]
  className: string | undefined
  children: (selected: ChartValue) => ReactNode
}

/**
 * Shows one value of a chart as text: the one under the pointer, or the one that the arrow keys
 * selected. For the keyboard and for screen readers it is a slider over the chart.
 */
export function ChartSlider(props: ChartSliderProps) {
  const { label, unit, width, values, className, children } = props
  const [selectedIndex, setSelectedIndex] = useState<number>()
  const last = values.length - 1
  const index = Math.min(selectedIndex ?? last, last)
  const selected = values[index]
  if (!selected) return null

  function selectAtPointer({ clientX, currentTarget }: PointerEvent) {
    const box = currentTarget.getBoundingClientRect()
    const x = ((clientX - box.left) / box.width) * width
    const indexAtPointer = values.findIndex(({ right }) => x < right)
    setSelectedIndex(indexAtPointer === -1 ? last : indexAtPointer)
  }

  return (
    <>
      <p className={styles.readout}>
        <strong>
          <Count value={selected.value} /> {pluralizeUnit(selected.value, unit)}
        </strong>{' '}
        <span>{selected.label}</span>
      </p>
      <div className={className}>
        <div
          className={styles.plot}
          onPointerMove={selectAtPointer}
          onPointerDown={selectAtPointer}
        >
          {children(selected)}
          <input
            className={styles.slider}
            type="range"
            aria-label={`${label}, value by value`}
            aria-valuetext={`${selected.value.toLocaleString('en')} ${pluralizeUnit(selected.value, unit)}, ${selected.label}`}
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

import { type PointerEvent, type ReactNode, useState } from 'react'
import styles from './chart-reader.module.css'
import { Count } from './count.tsx'
import { inUnits } from './describe-values.ts'

/** A value of a chart, and the column in which it is pointed at. */
export type Read = { label: string; value: number; left: number; right: number }

type ChartReaderProps = {
  label: string
  unit: string
  /** The chart's width in its own units. */
  width: number
  values: readonly Read[]
  className: string | undefined
  /** The chart, told which value is read out. */
  children: (read: Read) => ReactNode
}

/**
 * Reads a chart out value by value: the one under the pointer or the finger, or the one that the
 * arrow keys have come to. To the keyboard and to a screen reader it is a slider over the chart.
 */
export function ChartReader(props: ChartReaderProps) {
  const { label, unit, width, values, className, children } = props
  const [chosen, setChosen] = useState<number>()
  const last = values.length - 1
  const index = Math.min(chosen ?? last, last)
  const read = values[index]
  if (!read) return null

  function point({ clientX, currentTarget }: PointerEvent) {
    const box = currentTarget.getBoundingClientRect()
    const x = ((clientX - box.left) / box.width) * width
    const found = values.findIndex(({ right }) => x < right)
    setChosen(found === -1 ? last : found)
  }

  return (
    <>
      <p className={styles.readout}>
        <strong>
          <Count value={read.value} /> {inUnits(read.value, unit)}
        </strong>{' '}
        <span>{read.label}</span>
      </p>
      <div className={className}>
        <div className={styles.plot} onPointerMove={point} onPointerDown={point}>
          {children(read)}
          <input
            className={styles.slider}
            type="range"
            aria-label={`${label}, one by one`}
            aria-valuetext={`${read.value.toLocaleString('en')} ${inUnits(read.value, unit)}, ${read.label}`}
            min={0}
            max={last}
            value={index}
            onChange={(event) => setChosen(Number(event.target.value))}
          />
        </div>
      </div>
    </>
  )
}

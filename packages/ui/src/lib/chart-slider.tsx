import { type ReactNode, type SyntheticEvent, useRef, useState } from 'react'
import type { ChartPointer } from './chart-pointer.tsx'
import styles from './chart-slider.module.css'
import type { Plot, PlotColumns } from './plot.ts'
import { labelAt } from './series.ts'

type ChartSliderProps = {
  label: string
  plot: Plot
  columns: PlotColumns
  className: string | undefined
  /** A value with its unit. */
  amountAt: (index: number) => string
  children: ReactNode
}

/**
 * Lets the keyboard and screen readers select a value of a chart, as a slider over it. What shows the
 * value is loaded when the pointer or the focus first reaches the chart.
 */
export function ChartSlider({ className, children, label, ...chart }: ChartSliderProps) {
  const [loaded, setLoaded] = useState<{ Pointer: typeof ChartPointer; start: Event }>()
  const box = useRef<HTMLDivElement>(null)
  const last = chart.plot.values.length - 1

  function load({ nativeEvent }: SyntheticEvent) {
    import('./chart-pointer.tsx').then(
      ({ ChartPointer }) => setLoaded({ Pointer: ChartPointer, start: nativeEvent }),
      // The table still shows the values.
      () => {},
    )
  }

  return (
    <div className={className}>
      <div
        ref={box}
        className={styles.plot}
        {...(!loaded && { onPointerMove: load, onPointerDown: load, onFocus: load })}
      >
        {children}
        <input
          className={styles.slider}
          type="range"
          aria-label={`${label}, value by value`}
          aria-valuetext={`${chart.amountAt(last)}, ${labelAt(chart.plot.labels, last)}`}
          min={0}
          max={last}
          defaultValue={last}
        />
        {loaded && <loaded.Pointer box={box} start={loaded.start} {...chart} />}
      </div>
    </div>
  )
}

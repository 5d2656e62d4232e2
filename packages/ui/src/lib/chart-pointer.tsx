import { type RefObject, useEffect, useState } from 'react'
import styles from './chart-pointer.module.css'
import { centerOf, type Plot, type PlotColumns, roundCoordinate } from './plot.ts'
import { labelAt } from './series.ts'

type ChartPointerProps = {
  /** The chart, with its slider. */
  box: RefObject<HTMLElement | null>
  /** The event of the pointer or the focus that loaded this. */
  start: Event
  plot: Plot
  columns: PlotColumns
  /** A value with its unit. */
  amountAt: (index: number) => string
}

/** The crosshair and the tooltip of the value under the pointer, or of the slider that has the focus. */
export function ChartPointer({ box, start, plot, columns, amountAt }: ChartPointerProps) {
  const { values, labels, width, height, baseline } = plot
  const { rows = 1 } = columns
  const last = values.length - 1
  const [selectedIndex, setSelectedIndex] = useState(last)
  const [shown, setShown] = useState({ byPointer: false, byFocus: false })
  const index = Math.min(selectedIndex, last)
  const [amount, label] = [amountAt(index), labelAt(labels, index)]
  const events = plot.events
    ?.flatMap((event) => (event.index === index ? [event.text] : []))
    .join(', ')

  function show(change: Partial<typeof shown>) {
    setShown((previous) => ({ ...previous, ...change }))
  }

  function select(selected: number) {
    setSelectedIndex(Math.min(Math.max(selected, 0), last))
  }

  // Attached again on each render, so that the listeners know the current value.
  useEffect(() => {
    const slider = box.current?.querySelector('input')
    if (!(box.current && slider)) return
    const area = box.current
    slider.value = String(index)
    slider.setAttribute('aria-valuetext', [amount, label, events].filter(Boolean).join(', '))

    function selectAtPointer({ clientX, clientY, pointerType }: PointerEvent) {
      const { left, top, width: areaWidth } = area.getBoundingClientRect()
      const x = ((clientX - left) / areaWidth) * width
      const column = Math.round((x - columns.first) / columns.pitch)
      const row = Math.floor(((clientY - top) / baseline) * rows)
      select(column * rows + Math.min(Math.max(row, 0), rows - 1))
      // A finger leaves when it lifts; the tooltip stays until the focus leaves.
      if (pointerType === 'touch') slider?.focus({ preventScroll: true })
      else show({ byPointer: true })
    }

    function moveByKey(event: KeyboardEvent) {
      show({ byFocus: true })
      // In a grid of rows, each arrow key moves in its own direction.
      const step = { ArrowLeft: -rows, ArrowRight: rows, ArrowUp: -1, ArrowDown: 1 }[event.key]
      if (rows === 1 || step === undefined) return
      event.preventDefault()
      select(index + step)
    }

    const controller = new AbortController()
    const { signal } = controller
    area.addEventListener('pointermove', selectAtPointer, { signal })
    area.addEventListener('pointerdown', selectAtPointer, { signal })
    area.addEventListener('pointerleave', () => show({ byPointer: false }), { signal })
    area.addEventListener('focusin', () => show({ byFocus: true }), { signal })
    area.addEventListener('focusout', () => show({ byFocus: false }), { signal })
    area.addEventListener('keydown', moveByKey, { signal })
    slider.addEventListener('input', () => select(Number(slider.value)), { signal })
    const hide = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setShown({ byPointer: false, byFocus: false })
    }
    document.addEventListener('keydown', hide, { signal })
    return () => controller.abort()
  })

  // Handles again what happened before the listeners were attached.
  useEffect(() => {
    const area = box.current
    if (start instanceof PointerEvent) {
      const isOver = start.pointerType === 'touch' || area?.matches(':hover')
      if (isOver) area?.dispatchEvent(new PointerEvent('pointermove', start))
    } else if (area?.contains(document.activeElement)) {
      setSelectedIndex(Number(area.querySelector('input')?.value))
      setShown({ byPointer: false, byFocus: true })
    }
  }, [box, start])

  if (!(shown.byPointer || shown.byFocus)) return null
  const x = centerOf(columns, Math.floor(index / rows))
  const share = Math.round((x / width) * 1000) / 10
  const isAfterMiddle = share > 50
  return (
    <div className={styles.pointer} aria-hidden="true">
      <svg
        aria-hidden="true"
        className={styles.crosshair}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        width="100%"
        height={height}
      >
        <rect
          x={roundCoordinate(x - columns.width / 2)}
          y={((index % rows) * baseline) / rows}
          width={roundCoordinate(columns.width)}
          height={baseline / rows}
        />
        {rows === 1 && <path d={`M${roundCoordinate(x)},0V${baseline}`} />}
      </svg>
      <div className={isAfterMiddle ? styles.tooltipBefore : styles.tooltipAfter}>
        <svg aria-hidden="true" width={`${isAfterMiddle ? 100 - share : share}%`} height="1" />
        <p>
          <strong>{amount}</strong>
          <span>{label}</span>
          {events && <bdi>{events}</bdi>}
        </p>
      </div>
    </div>
  )
}

import styles from './sparkline.module.css'
import { SPARKLINE_SIZE } from './sparkline-plot.ts'

type SparklineProps = {
  label: string
  /** The result of `createSparklinePath`. */
  path: string
}

/** A small line without axes, beside a number. */
export function Sparkline({ label, path }: SparklineProps) {
  const { width, height } = SPARKLINE_SIZE
  return (
    <svg
      className={styles.sparkline}
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <path d={path} />
    </svg>
  )
}

import { compactNumber } from './compact-number.ts'
import styles from './count.module.css'

type CountProps = { value: number; compact?: boolean | undefined }

const full = new Intl.NumberFormat('en')

/** An integer in digits that line up: `12,431`, or `12.4k` with the full number as its title. */
export function Count({ value, compact = false }: CountProps) {
  const text = full.format(value)
  const shown = compact ? compactNumber(value) : text

  return (
    <data className={styles.count} value={value} title={shown === text ? undefined : text}>
      {shown}
    </data>
  )
}

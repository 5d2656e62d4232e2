import { compactNumber } from './compact-number.ts'
import styles from './count.module.css'
import { useVisitorText } from './visitor-text.ts'

type CountProps = { value: number; compact?: boolean | undefined }

const english = new Intl.NumberFormat('en')

// Without a language they are the visitor's: for the browser only.
const visitors = {
  full: new Intl.NumberFormat(),
  short: new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 }),
}

/**
 * An integer in digits that line up: `12,431`, or `12.4k` with the full number as its title; in the
 * browser as the visitor's language writes it.
 */
export function Count({ value, compact = false }: CountProps) {
  const full = useVisitorText(english.format(value), () => visitors.full.format(value))
  const short = useVisitorText(compactNumber(value), () =>
    visitors.short.format(value).replace('K', 'k'),
  )
  const shown = compact ? short : full

  return (
    <data className={styles.count} value={value} title={shown === full ? undefined : full}>
      {shown}
    </data>
  )
}

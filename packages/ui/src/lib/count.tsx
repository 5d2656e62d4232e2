import { formatCompactNumber } from './compact-number.ts'
import styles from './count.module.css'
import { useLocalizedText } from './use-localized-text.ts'

type CountProps = { value: number; compact?: boolean | undefined }

const english = new Intl.NumberFormat('en')

// For the browser only: without a locale, Intl uses the language that it runs in.
const localized = {
  full: new Intl.NumberFormat(),
  short: new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 }),
}

/**
 * An integer in tabular digits: `12,431`, or `12.4k` with the full number as its title. The browser
 * formats it in the visitor's language.
 */
export function Count({ value, compact = false }: CountProps) {
  const full = useLocalizedText(english.format(value), () => localized.full.format(value))
  const short = useLocalizedText(formatCompactNumber(value), () =>
    localized.short.format(value).replace('K', 'k'),
  )
  const text = compact ? short : full

  return (
    <data className={styles.count} value={value} title={text === full ? undefined : full}>
      {text}
    </data>
  )
}

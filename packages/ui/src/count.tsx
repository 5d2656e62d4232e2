import { formatCompactNumber } from './lib/compact-number.ts'

type CountProps = { value: number; compact?: boolean | undefined }

/** An integer: `12,431`, or `12.4k` with the full number as its title. */
export function Count({ value, compact = false }: CountProps) {
  const full = value.toLocaleString('en')
  const text = compact ? formatCompactNumber(value) : full
  return (
    <data value={value} title={text === full ? undefined : full}>
      {text}
    </data>
  )
}

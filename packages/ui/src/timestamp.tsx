import { formatRelativeTime } from './lib/format-relative-time.ts'
import { formatUtcDay } from './lib/format-utc.ts'
import { useVisitorTime } from './visitor-time.tsx'

type TimestampFormat = 'date' | 'time' | 'datetime'

type TimestampProps = { date: Date | string; format?: TimestampFormat | undefined }

/**
 * A date, a time or both. The server writes UTC, `Nov 23, 2026, 14:05 UTC`, because a shared cache may
 * store the page; the browser uses the visitor's time zone.
 */
export function Timestamp({ date, format = 'date' }: TimestampProps) {
  return (
    <Time
      date={date}
      format={format}
      formatLocal={(value) => getVisitorFormats()[format].format(value)}
    />
  )
}

/** The time since a date: as a `Timestamp` from the server, as `12 minutes ago` in the browser. */
export function RelativeTime({ date, format = 'date' }: TimestampProps) {
  return <Time date={date} format={format} formatLocal={formatRelativeTime} />
}

type TimeProps = {
  date: Date | string
  format: TimestampFormat
  formatLocal: (date: Date, now: number) => string
}

function Time({ date: value, format, formatLocal }: TimeProps) {
  const now = useVisitorTime()
  const date = new Date(value)
  const isLocal = now !== undefined
  return (
    <time
      dateTime={date.toISOString()}
      title={isLocal ? getVisitorFormats().title.format(date) : undefined}
    >
      {isLocal ? formatLocal(date, now) : formatUtc(date, format)}
    </time>
  )
}

function formatUtc(date: Date, format: TimestampFormat): string {
  if (format === 'date') return formatUtcDay(date)
  const time = `${date.toISOString().slice(11, 16)} UTC`
  return format === 'time' ? time : `${formatUtcDay(date)}, ${time}`
}

type VisitorFormats = Record<TimestampFormat | 'title', Intl.DateTimeFormat>

let visitorFormats: VisitorFormats | undefined

// For the browser only: Intl uses the time zone that it runs in.
function getVisitorFormats(): VisitorFormats {
  visitorFormats ??= {
    date: createFormat({ dateStyle: 'medium' }),
    time: createFormat({ timeStyle: 'short' }),
    datetime: createFormat({ dateStyle: 'medium', timeStyle: 'short' }),
    title: createFormat({ dateStyle: 'full', timeStyle: 'long' }),
  }
  return visitorFormats
}

function createFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en', { hourCycle: 'h23', ...options })
}

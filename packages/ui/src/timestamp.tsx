import { formatRelativeTime } from './lib/format-relative-time.ts'
import { formatUtcDay } from './lib/format-utc.ts'
import { useVisitorTime } from './visitor-time.tsx'

type TimestampFormat = 'date' | 'time' | 'datetime'

type TimestampProps = { date: Date | string; format?: TimestampFormat | undefined }

/**
 * A date, a time or both. The server writes UTC, `Nov 23, 2026, 14:05 UTC`, because a shared cache may
 * store the page; the browser uses the visitor's time zone.
 */
export function Timestamp({ date: value, format = 'date' }: TimestampProps) {
  const now = useVisitorTime()
  const date = new Date(value)
  return (
    <Time date={date} isLocal={now !== undefined}>
      {now === undefined ? formatUtc(date, format) : getVisitorFormats()[format].format(date)}
    </Time>
  )
}

/** The time since a date: as a `Timestamp` from the server, as `12 minutes ago` in the browser. */
export function RelativeTime({ date: value, format = 'date' }: TimestampProps) {
  const now = useVisitorTime()
  const date = new Date(value)
  return (
    <Time date={date} isLocal={now !== undefined}>
      {now === undefined ? formatUtc(date, format) : formatRelativeTime(date, now)}
    </Time>
  )
}

type TimeProps = { date: Date; isLocal: boolean; children: string }

function Time({ date, isLocal, children }: TimeProps) {
  return (
    <time
      dateTime={date.toISOString()}
      title={isLocal ? getVisitorFormats().title.format(date) : undefined}
    >
      {children}
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
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  visitorFormats ??= {
    date: new Intl.DateTimeFormat('en', { dateStyle: 'medium' }),
    time: new Intl.DateTimeFormat('en', time),
    datetime: new Intl.DateTimeFormat('en', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      ...time,
    }),
    title: new Intl.DateTimeFormat('en', {
      dateStyle: 'full',
      timeStyle: 'long',
      hourCycle: 'h23',
    }),
  }
  return visitorFormats
}

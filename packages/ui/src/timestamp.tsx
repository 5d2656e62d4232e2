import { formatRelativeTime, type RelativeTimeFormats } from './lib/format-relative-time.ts'
import { useLocalizedText, useTickingLocalizedText } from './lib/use-localized-text.ts'
import styles from './timestamp.module.css'

type TimestampFormat = 'date' | 'time' | 'datetime'

type TimestampProps = { date: Date | string; format?: TimestampFormat | undefined }

/**
 * A date, a time or both. The server writes UTC, `Nov 23, 2026, 14:05 UTC`, because a shared cache may
 * store the page; the browser uses the visitor's language and time zone.
 */
export function Timestamp({ date: value, format = 'date' }: TimestampProps) {
  const date = new Date(value)
  const text = useLocalizedText(formatUtc(date, format), () =>
    getVisitorFormats()[format].format(date),
  )
  return <Time date={date} text={text} />
}

/** The time since a date: as a `Timestamp` from the server, as `12 minutes ago` in the browser. */
export function RelativeTime({ date: value, format = 'date' }: TimestampProps) {
  const date = new Date(value)
  const text = useTickingLocalizedText(formatUtc(date, format), () =>
    formatRelativeTime(date, Date.now(), getVisitorFormats().relative),
  )
  return <Time date={date} text={text} />
}

function Time({ date, text }: { date: Date; text: string }) {
  const title = useLocalizedText('', () => getVisitorFormats().title.format(date))
  return (
    <time className={styles.timestamp} dateTime={date.toISOString()} title={title || undefined}>
      {text}
    </time>
  )
}

const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

function formatUtc(date: Date, format: TimestampFormat): string {
  const day = `${month.format(date)} ${date.getUTCDate()}, ${date.getUTCFullYear()}`
  const time = `${date.toISOString().slice(11, 16)} UTC`
  return { date: day, time, datetime: `${day}, ${time}` }[format]
}

type VisitorFormats = Record<TimestampFormat | 'title', Intl.DateTimeFormat> & {
  relative: RelativeTimeFormats
}

let visitorFormats: VisitorFormats | undefined

// For the browser only: without a locale, Intl uses the language and time zone that it runs in.
function getVisitorFormats(): VisitorFormats {
  visitorFormats ??= {
    date: new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }),
    time: new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }),
    datetime: new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
    title: new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' }),
    relative: {
      numeric: new Intl.RelativeTimeFormat(undefined, { numeric: 'always', style: 'long' }),
      auto: new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'long' }),
    },
  }
  return visitorFormats
}

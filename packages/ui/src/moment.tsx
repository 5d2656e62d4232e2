import { type AgeFormats, ageText } from './age-text.ts'
import styles from './moment.module.css'
import { useTickingText, useVisitorText } from './visitor-text.ts'

type MomentProps = {
  date: Date | string
  style?: 'date' | 'time' | 'date and time' | undefined
  /** In the browser, how long ago it was; the date is then its title. */
  ago?: boolean | undefined
}

/**
 * A moment: from the server in UTC, `23 Nov 2026, 14:05 UTC`, and in the browser in the visitor's
 * language and zone. A page may be kept for others, so the server cannot know either.
 */
export function Moment({ ago = false, ...props }: MomentProps) {
  return ago ? <Ago {...props} /> : <Fixed {...props} />
}

function Fixed({ date, style = 'date' }: MomentProps) {
  const moment = new Date(date)
  const text = useVisitorText(inUtc(moment, style), () => formats()[style].format(moment))
  return <Time moment={moment} text={text} />
}

function Ago({ date, style = 'date' }: MomentProps) {
  const moment = new Date(date)
  const text = useTickingText(inUtc(moment, style), () =>
    ageText(moment, Date.now(), formats().ago),
  )
  return <Time moment={moment} text={text} />
}

function Time({ moment, text }: { moment: Date; text: string }) {
  const title = useVisitorText('', () => formats().title.format(moment))
  return (
    <time className={styles.moment} dateTime={moment.toISOString()} title={title || undefined}>
      {text}
    </time>
  )
}

const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

function inUtc(moment: Date, style: 'date' | 'time' | 'date and time'): string {
  const day = `${moment.getUTCDate()} ${month.format(moment)} ${moment.getUTCFullYear()}`
  const time = `${moment.toISOString().slice(11, 16)} UTC`
  return { date: day, time, 'date and time': `${day}, ${time}` }[style]
}

type Formats = Record<'date' | 'time' | 'date and time' | 'title', Intl.DateTimeFormat> & {
  ago: AgeFormats
}

let made: Formats | undefined

// Without a language and a zone they are the visitor's: never call it on the server.
function formats(): Formats {
  made ??= {
    date: new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }),
    time: new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }),
    'date and time': new Intl.DateTimeFormat(undefined, {
      dateStyle: 'medium',
      timeStyle: 'short',
    }),
    title: new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' }),
    ago: {
      counted: new Intl.RelativeTimeFormat(undefined, { numeric: 'always', style: 'short' }),
      inWords: new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' }),
    },
  }
  return made
}

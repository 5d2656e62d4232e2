import styles from './moment.module.css'

type MomentProps = {
  date: Date | string
  style?: 'date' | 'time' | 'date and time' | undefined
}

const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

/** A moment in UTC, so that the server and every browser write the same: `23 Nov 2026, 14:05 UTC`. */
export function Moment({ date, style = 'date' }: MomentProps) {
  const moment = new Date(date)
  const iso = moment.toISOString()
  const day = `${moment.getUTCDate()} ${month.format(moment)} ${moment.getUTCFullYear()}`
  const time = `${iso.slice(11, 16)} UTC`
  const texts = { date: day, time, 'date and time': `${day}, ${time}` }

  return (
    <time className={styles.moment} dateTime={iso}>
      {texts[style]}
    </time>
  )
}

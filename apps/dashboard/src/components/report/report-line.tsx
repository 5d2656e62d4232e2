import { Icon } from '@repo/ui/icon'
import { RelativeTime, Timestamp } from '@repo/ui/timestamp'
import Link from 'next/link'
import styles from './report-line.module.css'

/** What a value means for somebody who depends on the repository. */
export type Judgment = 'good' | 'attention' | 'risk' | 'unknown'

/** A line of the report card. */
export type ReportLine = {
  judgment: Judgment
  title: string
  /** The value alone, for a table with a row for each subject. */
  value?: string
  detail?: string
  /** The limit by which it was judged. */
  limit?: string
  /** ISO 8601 date that belongs to the title. */
  at?: string
  /** ISO 8601 time until which GitHub's rate limit delays the line. */
  until?: string
  /** Path or URL of the page that shows the fact. */
  href?: string
}

const icons = { good: 'check', attention: 'alert', risk: 'stop', unknown: 'question' } as const
const words = { good: 'Good', attention: 'Attention', risk: 'Risk', unknown: 'Unknown' } as const

/** The icon of a judgment, in its color. */
export function JudgmentIcon({ judgment }: Pick<ReportLine, 'judgment'>) {
  return (
    <span className={styles[judgment]}>
      <Icon name={icons[judgment]} />
    </span>
  )
}

type ReportLineTextProps = {
  line: ReportLine
  /** What the line is about, unless it is a row of a table. */
  subject?: string | undefined
}

/** A report line, which as a whole is the link to the page that shows the fact. */
export function ReportLineText({ line, subject }: ReportLineTextProps) {
  const { judgment, title, detail, limit, at, until, href } = line
  const content = (
    <>
      <Icon name={icons[judgment]} />
      {subject && <b>{subject} </b>}
      <bdi>
        {title} {at && <RelativeTime date={at} />}
      </bdi>{' '}
      {detail && (
        <small dir="auto">
          {detail}
          {until && (
            <span>
              {' until '}
              <Timestamp date={until} format="time" />
            </span>
          )}
        </small>
      )}
      <small>{subject && limit ? ` ${words[judgment]}: ${limit}` : ` ${words[judgment]}`}</small>
    </>
  )
  const className = `${styles.line} ${styles[judgment]}`
  return href ? (
    <Link className={className} href={href}>
      {content}
    </Link>
  ) : (
    <div className={className}>{content}</div>
  )
}

import { Icon } from '@repo/ui/icon'
import { RelativeTime, Timestamp } from '@repo/ui/timestamp'
import styles from './report-line.module.css'

/** A line of the report card. */
export type ReportLine = {
  tone: 'good' | 'attention' | 'unknown'
  title: string
  detail?: string
  /** ISO 8601 date that belongs to the title. */
  at?: string
  /** ISO 8601 time until which GitHub's rate limit delays the line. */
  until?: string
  /** URL of the evidence on GitHub. */
  evidence?: string
}

const icons = { good: 'check', attention: 'alert', unknown: 'question' } as const

/** The icon, title and detail of a report line; in a table cell the title itself is the link. */
export function ReportLineText({ line, linked = false }: { line: ReportLine; linked?: boolean }) {
  const { tone, title, detail, at, until, evidence } = line
  const text = (
    <>
      <bdi>{title}</bdi> {at && <RelativeTime date={at} />}
    </>
  )
  return (
    <div className={`${styles.line} ${styles[tone]}`}>
      <Icon name={icons[tone]} label={tone} />
      <span>
        {linked && evidence ? <a href={evidence}>{text}</a> : text}
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
      </span>
    </div>
  )
}

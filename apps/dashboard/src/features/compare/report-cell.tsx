import { Icon } from '@repo/ui/icon'
import { AlertIcon, CheckIcon, QuestionIcon } from '@repo/ui/icons'
import { RelativeTime, Timestamp } from '@repo/ui/timestamp'
import type { ReportLine } from '#features/overview/report-card.ts'
import styles from './report-cell.module.css'

const icons = { good: CheckIcon, attention: AlertIcon, unknown: QuestionIcon }

/** A line of a report card in a cell, with its evidence. */
export function ReportCell({ line }: { line: ReportLine }) {
  const { tone, title, detail, at, until, evidence } = line
  const said = (
    <>
      <span dir="auto">{title}</span> {at && <RelativeTime date={at} />}
    </>
  )
  return (
    <div className={styles.cell}>
      <span className={styles[tone]}>
        <Icon shape={icons[tone]} />
        <span className="visually-hidden">{tone}:</span>
      </span>
      <span className={styles.said}>
        {evidence ? <a href={evidence}>{said}</a> : said}
        {detail && (
          <small className={styles.detail} dir="auto">
            {detail}
            {until && (
              <>
                {' '}
                until <Timestamp date={until} format="time" />
              </>
            )}
          </small>
        )}
      </span>
    </div>
  )
}

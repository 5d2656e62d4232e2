import { Icon } from '@repo/ui/icon'
import { AlertIcon, CheckIcon, QuestionIcon } from '@repo/ui/icons'
import { Moment } from '@repo/ui/moment'
import type { ReportLine } from '#features/overview/report-card.ts'
import styles from './report-cell.module.css'

const icons = { good: CheckIcon, attention: AlertIcon, unknown: QuestionIcon }

/** A line of a report card in a cell, with its evidence. */
export function ReportCell({ line }: { line: ReportLine }) {
  const { tone, title, detail, at, until, evidence } = line
  const said = (
    <>
      <span dir="auto">{title}</span> {at && <Moment date={at} ago />}
    </>
  )
  return (
    <div className={styles.cell}>
      <span className={styles[tone]}>
        <Icon of={icons[tone]} />
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
                until <Moment date={until} style="time" />
              </>
            )}
          </small>
        )}
      </span>
    </div>
  )
}

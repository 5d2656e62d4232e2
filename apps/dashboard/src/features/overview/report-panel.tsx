import { Icon } from '@repo/ui/icon'
import { AlertIcon, CheckIcon, QuestionIcon } from '@repo/ui/icons'
import { RelativeTime, Timestamp } from '@repo/ui/timestamp'
import { Panel } from '@repo/ui/panel'
import type { ReportLine } from './report-card.ts'
import styles from './report-panel.module.css'

const icons = { good: CheckIcon, attention: AlertIcon, unknown: QuestionIcon }

/** What one looks at before one depends on a repository, each line with its evidence. */
export function ReportPanel({ lines }: { lines: readonly ReportLine[] }) {
  return (
    <Panel title="Report card">
      <ul className={styles.lines}>
        {lines.map((line) => (
          <Line key={line.title} line={line} />
        ))}
      </ul>
    </Panel>
  )
}

function Line({ line }: { line: ReportLine }) {
  const { tone, title, detail, at, until, evidence } = line
  return (
    <li className={styles.line}>
      <span className={styles[tone]}>
        <Icon shape={icons[tone]} />
        <span className="visually-hidden">{tone}:</span>
      </span>
      <span className={styles.said}>
        <span dir="auto">{title}</span> {at && <RelativeTime date={at} />}
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
      {evidence && (
        <a href={evidence} aria-label={`Evidence: ${title}`}>
          evidence
        </a>
      )}
    </li>
  )
}

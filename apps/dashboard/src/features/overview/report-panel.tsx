import { Panel } from '@repo/ui/panel'
import { RelativeTime } from '@repo/ui/timestamp'
import Link from 'next/link'
import { JudgmentIcon, ReportLineText } from '#components/report/report-line.tsx'
import type { ReportCard } from './report-card.ts'
import styles from './report-panel.module.css'
import { reportSubjects } from './report-subjects.ts'

/** The status of a repository, and the facts that show it. */
function StatusText({ status: { title, facts, at } }: Pick<ReportCard, 'status'>) {
  return (
    <>
      <strong>{title}.</strong> <bdi>{facts}</bdi> {at && <RelativeTime date={at} />}
    </>
  )
}

/** What to check before depending on a repository, each linked to the page that shows the fact. */
export function ReportPanel({ report: { status, lines } }: { report: ReportCard }) {
  return (
    <Panel title="Report card">
      <p className={styles.status}>
        <JudgmentIcon judgment={status.judgment} />
        <span>
          <StatusText status={status} /> <Link href="/report-card">How this is judged</Link>
        </span>
      </p>
      <ul className={styles.lines}>
        {lines.map((line, index) => (
          <li key={reportSubjects[index]}>
            <ReportLineText line={line} subject={reportSubjects[index]} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

import { Icon } from '@repo/ui/icon'
import { Panel } from '@repo/ui/panel'
import { RelativeTime } from '@repo/ui/timestamp'
import Link from 'next/link'
import { ReportLineText } from '#components/report/report-line.tsx'
import type { RepoStatus } from './repo-status.ts'
import type { ReportCard } from './report-card.ts'
import styles from './report-panel.module.css'
import { reportSubjects } from './report-subjects.ts'

const statusIcons = {
  maintained: 'check-circle',
  slowing: 'clock',
  dormant: 'moon',
  archived: 'lock',
  deprecated: 'stop',
  unknown: 'question',
} as const

const statusNames = {
  maintained: 'Maintained',
  slowing: 'Slowing down',
  dormant: 'Dormant',
  archived: 'Archived',
  deprecated: 'Deprecated',
  unknown: 'Activity unknown',
} as const satisfies Record<RepoStatus['state'], string>

/** The status of a repository, and the facts that show it. */
export function StatusText({ status: { state, facts, at } }: { status: RepoStatus }) {
  return (
    <>
      <strong>{statusNames[state]}.</strong> <bdi>{facts}</bdi> {at && <RelativeTime date={at} />}
    </>
  )
}

/** What to check before depending on a repository, each linked to the page that shows the fact. */
export function ReportPanel({ report: { status, lines } }: { report: ReportCard }) {
  return (
    <Panel title="Report card">
      <p className={`${styles.status} ${styles[status.state]}`}>
        <Icon name={statusIcons[status.state]} />
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

import { Panel } from '@repo/ui/panel'
import { type ReportLine, ReportLineText } from '#components/report/report-line.tsx'
import styles from './report-panel.module.css'

/** Checks to make before depending on a repository, each linked to its evidence on GitHub. */
export function ReportPanel({ lines }: { lines: readonly ReportLine[] }) {
  return (
    <Panel title="Report card">
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.title}>
            <ReportLineText line={line} />
            {line.evidence && (
              <a href={line.evidence} aria-label={`View: ${line.title}`}>
                View
              </a>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

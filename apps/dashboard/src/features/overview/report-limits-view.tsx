import { DataTable } from '@repo/ui/data-table'
import { LIMITS, reportLimits } from './report-limits.ts'
import styles from './report-limits-view.module.css'
import { reportSubjects } from './report-subjects.ts'

/** The table of limits, and what it leaves out. */
export function ReportLimitsView() {
  return (
    <>
      <p>
        A report card says what each fact means for somebody who depends on the repository: good,
        attention or risk. A fact that GitHub doesn’t return is unknown, and never good or a risk.
        There is no score.
      </p>
      <DataTable
        label="Limits"
        cellType="text"
        columns={['Subject', 'Good', 'Attention', 'Risk', 'Source']}
        rows={reportSubjects.map((subject) => {
          const { good, attention, risk, source } = reportLimits[subject]
          return {
            key: subject,
            name: subject,
            cells: [
              good,
              attention,
              risk ?? 'none',
              <a key="source" href={source.url}>
                {source.name}
              </a>,
            ],
          }
        })}
      />
      <h2>Status</h2>
      <p>
        The first line of a card is the status. A repository is archived if its owner has archived
        it, and deprecated if its description or a topic says so. Otherwise the last commit by a
        human decides: maintained up to {LIMITS.maintainedDays} days after it, slowing down up to{' '}
        {LIMITS.dormantDays} days, dormant after that. Bots don’t count. In a repository that is
        archived, deprecated or dormant, past results for releases, response, CI and people are
        never good.
      </p>
      <h2>Sources and exceptions</h2>
      <ul className={styles.notes}>
        <li>
          The 90 days of maintenance are the period of OpenSSF Scorecard. CHAOSS defines the metrics
          of releases, response and people, without limits: those are this site’s.
        </li>
        <li>
          GitHub names the week of a contributor’s last commit, so the days count from its end.
        </li>
        <li>
          The time to first response costs five requests, so a card has it only if the repository’s
          issues have been opened in the past day.
        </li>
        <li>
          CI is unknown if checks pass, but GitHub doesn’t return the recent runs. Fewer than{' '}
          {LIMITS.minRuns} runs don’t count, because other CI services have none.
        </li>
        <li>
          The bus factor is the number of people who made half of the past year’s commits, without
          bots and merge commits. GitHub returns at most 100 contributors.
        </li>
        <li>
          GitHub’s REST API doesn’t say whether a repository has a security policy. The line about
          security links to the page that does.
        </li>
        <li>
          A license is permissive or copyleft by its SPDX identifier; GitHub’s “Other” is custom.
        </li>
      </ul>
    </>
  )
}

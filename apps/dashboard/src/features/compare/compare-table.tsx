import { BarChart } from '@repo/ui/bar-chart'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { ScrollArea } from '@repo/ui/scroll-area'
import { RelativeTime } from '@repo/ui/timestamp'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { RateLimitText, staleText } from '#components/panel/stale-text.tsx'
import { UnavailableSentence } from '#components/panel/unavailable-message.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { ReportLineText } from '#components/report/report-line.tsx'
import { RetryLink } from '#components/shell/retry-link.tsx'
import type { OverviewAge } from '#features/overview/overview-age.ts'
import { reportSubjects } from '#features/overview/report-subjects.ts'
import styles from './compare-table.module.css'
import type { Column, ComparedChart, Figure, Figures } from './compared.ts'
import type { UnreadRepo } from './read-compared.server.ts'

type Columns = readonly (Column | UnreadRepo)[]

const figureRows = [
  { figure: 'stars', name: 'Stars' },
  { figure: 'forks', name: 'Forks' },
  { figure: 'watchers', name: 'Watchers' },
  { figure: 'openIssues', name: 'Open issues' },
  { figure: 'openPulls', name: 'Open pull requests' },
  { figure: 'contributors', name: 'Contributors' },
] as const satisfies readonly { figure: keyof Figures; name: string }[]

/** Repositories side by side, one row for each property. */
export function CompareTable({ columns }: { columns: Columns }) {
  return (
    <ScrollArea label="Comparison">
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.name} scope="col">
                <ColumnHead column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figureRows.map(({ figure, name }) => (
            <TableRow key={figure} name={name} columns={columns}>
              {({ figures }) => <FigureCell figure={figures[figure]} />}
            </TableRow>
          ))}
          <TableRow name="Languages" columns={columns}>
            {({ languages }) => languages ?? 'unknown'}
          </TableRow>
          {reportSubjects.map((name, index) => (
            <TableRow key={name} name={name} columns={columns}>
              {({ report }) => report[index] && <ReportLineText line={report[index]} linked />}
            </TableRow>
          ))}
          <TableRow name="Commits per 4 weeks" columns={columns}>
            {({ name, commits }) => (
              <Chart label={`Commits of ${name}`} unit="commits" chart={commits} />
            )}
          </TableRow>
          <TableRow name="Net new stars per 4 weeks" columns={columns}>
            {({ name, stars }) => (
              <Chart label={`Net new stars of ${name}`} unit="stars" chart={stars} />
            )}
          </TableRow>
        </tbody>
      </table>
    </ScrollArea>
  )
}

const missingTexts = {
  'not-found': 'It doesn’t exist, or it’s private.',
  blocked: 'GitHub disabled it for legal reasons or a terms violation.',
  forbidden: 'This site has no permission to read it.',
}

function ColumnHead({ column }: { column: Column | UnreadRepo }) {
  if ('failure' in column) {
    return (
      <>
        <span>{column.name}</span>{' '}
        <p className={styles.muted}>
          <UnavailableSentence panel={column.failure} /> <RetryLink />
        </p>
      </>
    )
  }
  if ('missing' in column) {
    return (
      <>
        <span>{column.name}</span> <p className={styles.muted}>{missingTexts[column.missing]}</p>
      </>
    )
  }
  const { name, formerNames, repeatedNames, description, isArchived, age } = column
  return (
    <>
      <Link href={repoPath(name)}>{name}</Link>{' '}
      {isArchived && <Chip tone="attention">archived</Chip>}
      <p className={styles.muted} dir="auto">
        {description ?? 'No description.'}
      </p>
      {formerNames.map((formerName) => (
        <p key={formerName} className={styles.muted}>
          {formerName} was renamed to {name}.
        </p>
      ))}
      {repeatedNames.length > 0 && (
        <p className={styles.muted}>
          Listed more than once: also as <bdi>{repeatedNames.join(', ')}</bdi>.
        </p>
      )}
      <AgeText age={age} />
    </>
  )
}

function AgeText({ age: { asOf, isFailing, until } }: { age: OverviewAge }) {
  return (
    <>
      <p className={`${styles.muted} ${styles.age}`}>
        Updated <RelativeTime date={asOf} />
      </p>
      {(until !== null || isFailing) && (
        <p className={styles.muted}>
          {until === null ? staleText : <RateLimitText until={until} />}
        </p>
      )}
    </>
  )
}

type TableRowProps = { name: string; columns: Columns; children: (column: Column) => ReactNode }

function TableRow({ name, columns, children }: TableRowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((column) => (
        <td key={column.name} dir="auto">
          {'figures' in column ? children(column) : '—'}
        </td>
      ))}
    </tr>
  )
}

function FigureCell({ figure }: { figure: Figure }) {
  if (figure === null) return 'unknown'
  if (figure === 'disabled') return 'Issues are disabled'
  if (typeof figure === 'number') return <Count value={figure} />
  return (
    <span>
      more than <Count value={figure.moreThan} />
    </span>
  )
}

type ChartProps = { label: string; unit: string; chart: ComparedChart }

function Chart({ label, unit, chart }: ChartProps) {
  if ('state' in chart)
    return (
      <p className={styles.muted}>
        <UnavailableSentence panel={chart} />
      </p>
    )
  return (
    <>
      <BarChart label={label} plot={chart.plot} unit={unit} />
      <p className={styles.muted}>
        <Count value={chart.total} /> in the past year
      </p>
    </>
  )
}

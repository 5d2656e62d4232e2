import type { UnavailablePanel } from '@repo/github'
import { BarChart } from '@repo/ui/bar-chart'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { ScrollArea } from '@repo/ui/scroll-area'
import { Timestamp } from '@repo/ui/timestamp'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { repoPath } from '#components/repo/paths.ts'
import { ReportLineText } from '#components/report/report-line.tsx'
import { figureNames, reportNames } from '#features/overview/figure-names.ts'
import type { OverviewAge } from '#features/overview/overview-age.ts'
import styles from './compare-table.module.css'
import type { Column, ComparedChart, Figure } from './compared.ts'
import type { Missing } from './read-compared.server.ts'

type Columns = readonly (Column | Missing)[]

/** Repositories beside each other, a line for each thing that one compares. */
export function CompareTable({ columns }: { columns: Columns }) {
  return (
    <ScrollArea label="Comparison">
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.name} scope="col">
                <Head column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figureNames.map((name, index) => (
            <Line key={name} name={name} columns={columns}>
              {({ figures }) => <FigureCell figure={figures[index] ?? null} />}
            </Line>
          ))}
          <Line name="Languages" columns={columns}>
            {({ languages }) => languages ?? 'unknown'}
          </Line>
          {reportNames.map((name, index) => (
            <Line key={name} name={name} columns={columns}>
              {({ report }) => report[index] && <ReportLineText line={report[index]} linked />}
            </Line>
          ))}
          <Line name="Commits in four weeks" columns={columns}>
            {({ name, commits }) => (
              <Chart label={`Commits of ${name}`} unit="commits" chart={commits} />
            )}
          </Line>
          <Line name="New stars in four weeks, of those that were kept" columns={columns}>
            {({ name, stars }) => (
              <Chart label={`New stars of ${name}`} unit="stars" chart={stars} />
            )}
          </Line>
        </tbody>
      </table>
    </ScrollArea>
  )
}

const whyMissing = {
  'not-found': 'Does not exist, or is private.',
  blocked: 'GitHub has blocked it.',
  forbidden: 'GitHub does not show it.',
}

function Head({ column }: { column: Column | Missing }) {
  if ('missing' in column) {
    return (
      <>
        {column.name} <p className={styles.muted}>{whyMissing[column.missing]}</p>
      </>
    )
  }
  const { name, description, archived, age } = column
  return (
    <>
      <Link href={repoPath(name)}>{name}</Link> {archived && <Chip tone="attention">archived</Chip>}
      <p className={styles.muted} dir="auto">
        {description ?? 'No description.'}
      </p>
      <AgeText age={age} />
    </>
  )
}

function AgeText({ age: { asOf, failing, until } }: { age: OverviewAge }) {
  return (
    <p className={styles.muted}>
      As of <Timestamp date={asOf} format="datetime" />.
      {until === null ? (
        failing && ' GitHub is not answering. Some of this is its last good answer.'
      ) : (
        <>
          {' '}
          GitHub asks us to wait. It goes on at <Timestamp date={until} format="time" />.
        </>
      )}
    </p>
  )
}

type LineProps = { name: string; columns: Columns; children: (column: Column) => ReactNode }

function Line({ name, columns, children }: LineProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((column) => (
        <td key={column.name} dir="auto">
          {'missing' in column ? '—' : children(column)}
        </td>
      ))}
    </tr>
  )
}

function FigureCell({ figure }: { figure: Figure }) {
  if (figure === null) return 'unknown'
  if (typeof figure === 'number') return <Count value={figure} />
  return (
    <>
      more than <Count value={figure.moreThan} />
    </>
  )
}

const whyNoChart = {
  computing: 'GitHub is still counting.',
  forbidden: 'GitHub does not give this.',
  'needs-token': 'Needs a GITHUB_TOKEN.',
  unavailable: 'GitHub gave no usable answer.',
}

function whyNone(chart: UnavailablePanel): ReactNode {
  if (chart.state !== 'rate-limited') return whyNoChart[chart.state]
  return (
    <>
      GitHub asks us to wait until <Timestamp date={chart.until} format="time" />.
    </>
  )
}

type ChartProps = { label: string; unit: string; chart: ComparedChart }

function Chart({ label, unit, chart }: ChartProps) {
  if ('state' in chart) return <p className={styles.muted}>{whyNone(chart)}</p>
  return (
    <>
      <BarChart label={label} plot={chart.plot} unit={unit} />
      <p className={styles.muted}>
        <Count value={chart.total} /> in a year
      </p>
    </>
  )
}

import { BarChart } from '@repo/ui/bar-chart'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { ScrollArea } from '@repo/ui/scroll-area'
import { Timestamp } from '@repo/ui/timestamp'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { repoPath } from '#components/repo/paths.ts'
import { RateLimitText, staleText, UnavailableSentence } from '#components/panel/unavailable-text.tsx'
import { ReportLineText } from '#components/report/report-line.tsx'
import { figureNames, reportNames } from '#features/overview/figure-names.ts'
import type { OverviewAge } from '#features/overview/overview-age.ts'
import styles from './compare-table.module.css'
import type { Column, ComparedChart, Figure } from './compared.ts'
import type { Missing } from './read-compared.server.ts'

type Columns = readonly (Column | Missing)[]

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
          <Line name="Commits, last 4 weeks" columns={columns}>
            {({ name, commits }) => (
              <Chart label={`Commits of ${name}`} unit="commits" chart={commits} />
            )}
          </Line>
          <Line name="Net new stars, last 4 weeks" columns={columns}>
            {({ name, stars }) => (
              <Chart label={`New stars of ${name}`} unit="stars" chart={stars} />
            )}
          </Line>
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

function Head({ column }: { column: Column | Missing }) {
  if ('missing' in column) {
    return (
      <>
        {column.name} <p className={styles.muted}>{missingTexts[column.missing]}</p>
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
        failing && ` ${staleText}`
      ) : (
        <>
          {' '}
          <RateLimitText until={until} />
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

type ChartProps = { label: string; unit: string; chart: ComparedChart }

function Chart({ label, unit, chart }: ChartProps) {
  if ('state' in chart) return (
      <p className={styles.muted}>
        <UnavailableSentence panel={chart} />
      </p>
    )
  return (
    <>
      <BarChart label={label} plot={chart.plot} unit={unit} />
      <p className={styles.muted}>
        <Count value={chart.total} /> in the last year
      </p>
    </>
  )
}

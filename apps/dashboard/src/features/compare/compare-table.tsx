import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { ScrollArea } from '@repo/ui/scroll-area'
import { RelativeTime } from '@repo/ui/timestamp'
import Link from 'next/link'
import { RateLimitText, staleText } from '#components/panel/stale-text.tsx'
import { UnavailableSentence } from '#components/panel/unavailable-message.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { ReportLineText } from '#components/report/report-line.tsx'
import { RetryLink } from '#components/shell/retry-link.tsx'
import type { OverviewAge } from '#features/overview/overview-age.ts'
import { StatusText } from '#features/overview/report-panel.tsx'
import { type Cell, createRows } from './compare-rows.ts'
import styles from './compare-table.module.css'
import type { Column, Figure } from './compared.ts'
import type { UnreadRepo } from './read-compared.server.ts'

type CompareTableProps = {
  columns: readonly (Column | UnreadRepo)[]
  /** Whether rows with the same value in every column are left out. */
  areEqualHidden?: boolean | undefined
}

/** Repositories side by side, one row for each property. */
export function CompareTable({ columns, areEqualHidden = false }: CompareTableProps) {
  const rows = createRows(columns).filter(({ differs }) => differs || !areEqualHidden)
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
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <CompareCell key={columns[index]?.name} name={columns[index]?.name} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function CompareCell({ name, cell }: { name: string | undefined; cell: Cell }) {
  return (
    <td data-name={name} dir="auto" className={cell?.mark && styles[cell.mark]}>
      {cell ? <CellValue cell={cell} /> : <span>—</span>}
      {cell?.mark && <small> {cell.mark}</small>}
    </td>
  )
}

function CellValue({ cell: { value } }: { cell: NonNullable<Cell> }) {
  if ('text' in value) return value.text
  if ('figure' in value) return <FigureText figure={value.figure} />
  if ('status' in value) return <StatusText status={value.status} />
  return value.line && <ReportLineText line={value.line} />
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

function FigureText({ figure }: { figure: Figure }) {
  if (figure === null) return 'unknown'
  if (figure === 'disabled') return 'Issues are disabled'
  if (typeof figure === 'number') return <Count value={figure} />
  if ('state' in figure) return <UnavailableSentence panel={figure} />
  return (
    <span>
      more than <Count value={figure.moreThan} />
    </span>
  )
}

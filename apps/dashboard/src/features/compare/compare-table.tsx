import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { FactTable } from '@repo/ui/fact-table'
import Link from 'next/link'
import { unavailableLabels } from '#components/panel/unavailable-data-panel.tsx'
import { tabPath } from '#components/repo/paths.ts'
import type { UnreadRepo } from '#components/repo/unread-repo.ts'
import { VisibilityChip } from '#components/repo/visibility-chip.tsx'
import { JudgmentIcon, ReportLineText } from '#components/report/report-line.tsx'
import { RetryLink } from '#components/shell/retry-link.tsx'
import { type Cell, createRows } from './compare-rows.ts'
import styles from './compare-table.module.css'
import type { Column, Figure } from './compared.ts'

type CompareTableProps = {
  columns: readonly (Column | UnreadRepo)[]
  /** Whether rows with the same value in every column are left out. */
  areEqualHidden?: boolean | undefined
}

/** Repositories side by side, one row for each property; `CompareNotes` explains the values. */
export function CompareTable({ columns, areEqualHidden = false }: CompareTableProps) {
  const rows = createRows(columns).filter(({ differs }) => differs || !areEqualHidden)
  return (
    <FactTable label="Comparison" className={styles.table}>
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
    </FactTable>
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
  if ('status' in value) {
    const { judgment, title } = value.status
    return (
      <>
        <JudgmentIcon judgment={judgment} /> <span>{title}</span>
      </>
    )
  }
  return value.line && <ReportLineText line={value.line} />
}

const missingLabels = {
  'not-found': 'Not found',
  blocked: 'Blocked',
  forbidden: 'Not available',
} as const

function ColumnHead({ column }: { column: Column | UnreadRepo }) {
  if ('failure' in column) {
    return (
      <>
        <span>{column.name}</span>{' '}
        <p className={styles.muted}>
          {unavailableLabels[column.failure.state]} <RetryLink />
        </p>
      </>
    )
  }
  if ('missing' in column) {
    return (
      <>
        <span>{column.name}</span> <p className={styles.muted}>{missingLabels[column.missing]}</p>
      </>
    )
  }
  const { name, visibility, description, isArchived } = column
  const repo = { fullName: name, visibility }
  return (
    <>
      <Link href={tabPath(repo)}>{name}</Link> <VisibilityChip repo={repo} />
      {isArchived && <Chip tone="attention">archived</Chip>}
      {description && (
        <p className={styles.muted} dir="auto">
          {description}
        </p>
      )}
    </>
  )
}

function FigureText({ figure }: { figure: Figure }) {
  if (figure === null) return 'unknown'
  if (figure === 'disabled') return 'disabled'
  if (typeof figure === 'number') return <Count value={figure} />
  if ('state' in figure) return unavailableLabels[figure.state]
  return (
    <span>
      more than <Count value={figure.moreThan} />
    </span>
  )
}

import type { Checks } from '@repo/github'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { FactTable } from '@repo/ui/fact-table'
import { Icon } from '@repo/ui/icon'
import { RelativeTime, Timestamp } from '@repo/ui/timestamp'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatChange } from '#components/format-change.ts'
import { unavailableLabels } from '#components/panel/unavailable-data-panel.tsx'
import { tabPath } from '#components/repo/paths.ts'
import { missingTexts } from '#components/repo/unread-repo.ts'
import { VisibilityChip } from '#components/repo/visibility-chip.tsx'
import { ciStateNames } from '#components/report/ci-state-names.ts'
import {
  type BoardColumn,
  type BoardOrder,
  type BoardParams,
  boardColumns,
  sortPath,
  sortRows,
} from './board-order.ts'
import {
  type BoardRow,
  type Cell,
  passPercent,
  type ReadRow,
  type RecentRuns,
} from './board-row.ts'
import styles from './board-table.module.css'

type BoardTableProps = {
  rows: readonly BoardRow[]
  order: BoardOrder
  /** The path of the page, and the parameters that select its repositories. */
  path: string
  params: BoardParams
}

/** A board: a row for each repository, sorted by links in the heads of the columns. */
export function BoardTable({ rows, order, path, params }: BoardTableProps) {
  return (
    <FactTable label="Board" className={styles.table}>
      <thead>
        <tr>
          {boardColumns.map((column) => (
            <th key={column.column} scope="col" aria-sort={sortState(column, order)}>
              <Link href={sortPath(path, params, column, order)} scroll={false}>
                {column.title}
              </Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sortRows(rows, order).map((row) => (
          <tr key={row.name}>
            <th scope="row">
              <RowHead row={row} />
            </th>
            {'cells' in row ? <RowCells row={row} /> : <UnreadCells row={row} />}
          </tr>
        ))}
      </tbody>
    </FactTable>
  )
}

function sortState({ column }: BoardColumn, order: BoardOrder) {
  if (order?.column !== column) return undefined
  return order.direction === 'asc' ? 'ascending' : 'descending'
}

function RowHead({ row }: { row: BoardRow }) {
  if (!('cells' in row)) return <bdi>{row.name}</bdi>
  const repo = { fullName: row.name, visibility: row.visibility }
  return (
    <>
      <Link href={tabPath(repo)}>{row.name}</Link> <VisibilityChip repo={repo} />
      {row.isArchived && <Chip tone="attention">archived</Chip>}
      {row.formerNames.map((formerName) => (
        <small key={formerName}>Renamed from {formerName}</small>
      ))}
    </>
  )
}

function UnreadCells({ row }: { row: Exclude<BoardRow, ReadRow> }) {
  return (
    <td colSpan={boardColumns.length - 1} className={styles.unread}>
      {'missing' in row ? (
        missingTexts[row.missing]
      ) : (
        <CellView cell={row.failure}>{none}</CellView>
      )}
    </td>
  )
}

function RowCells({ row: { cells } }: { row: ReadRow }) {
  const { ci, runs, awaitingResponse, issues, issuesChange, pulls, pullsChange } = cells
  const { unreleased, release, newStars, advisories } = cells
  return (
    <>
      <td data-name="CI">
        <CellView cell={ci}>{(state) => <CiState state={state} />}</CellView>{' '}
        <PassRate cell={runs} />
      </td>
      <td data-name="Awaiting first response">
        <CellView cell={awaitingResponse}>{countOf}</CellView>
      </td>
      <td data-name="Open issues">
        <CellView cell={issues}>{countOf}</CellView> <Change cell={issuesChange} />
      </td>
      <td data-name="Open pull requests">
        <CellView cell={pulls}>{countOf}</CellView> <Change cell={pullsChange} />
      </td>
      <td data-name="Unreleased commits">
        <CellView cell={unreleased}>
          {(value) => (value ? countOf(value.commits) : 'no release')}
        </CellView>
      </td>
      <td data-name="Latest release">
        <CellView cell={release}>
          {(value) =>
            value ? (
              <>
                <bdi>{value.tag}</bdi>{' '}
                {value.publishedAt && (
                  <small>
                    <RelativeTime date={value.publishedAt} />
                  </small>
                )}
              </>
            ) : (
              'no release'
            )
          }
        </CellView>
      </td>
      <td data-name="Stars in 4 weeks">
        <CellView cell={newStars}>{(value) => <span>{formatChange(value)}</span>}</CellView>
      </td>
      <td data-name="Advisories">
        <CellView cell={advisories}>
          {({ published, unpatched }) => (
            <>
              <Count value={published} />{' '}
              {unpatched > 0 && <small className={styles.alert}>{unpatched} without a patch</small>}
            </>
          )}
        </CellView>
      </td>
    </>
  )
}

function CiState({ state }: { state: Checks['state'] }) {
  if (state !== 'passing' && state !== 'failing') return ciStateNames[state]
  return (
    <span className={styles[state]}>
      <Icon name={state === 'passing' ? 'check' : 'x'} /> {ciStateNames[state]}
    </span>
  )
}

/** The share of the last runs that passed; nothing without a run. */
function PassRate({ cell }: { cell: Cell<RecentRuns | null> }) {
  if (!('value' in cell)) return <small>recent runs: {stateTexts[cell.state].toLowerCase()}</small>
  if (cell.value === null) return null
  const { total } = cell.value
  return (
    <small>
      {passPercent(cell.value)}% of {total} {total === 1 ? 'run' : 'runs'}
    </small>
  )
}

function countOf(value: number | null): ReactNode {
  return value === null ? 'unknown' : <Count value={value} />
}

function none(): ReactNode {
  return null
}

/** How a number has changed in the past seven days; nothing where there is no number. */
function Change({ cell }: { cell: Cell<number | null> }) {
  if (!('value' in cell)) {
    const isDisabled = cell.state === 'disabled'
    return isDisabled ? null : <small>change {stateTexts[cell.state].toLowerCase()}</small>
  }
  if (cell.value === null) return <small>change unknown: over 100 updated in a week</small>
  return <small>{formatChange(cell.value)} in a week</small>
}

type CellViewProps<Value> = { cell: Cell<Value>; children: (value: Value) => ReactNode }

function CellView<Value>({ cell, children }: CellViewProps<Value>) {
  if ('value' in cell) {
    return (
      <>
        {children(cell.value)}
        {cell.orMore && <small> or more</small>}
        {cell.asOf && (
          <small>
            {' '}
            as of <RelativeTime date={cell.asOf} />
          </small>
        )}
      </>
    )
  }
  if (cell.state === 'rate-limited') {
    return (
      <span className={styles.muted}>
        Rate limited until <Timestamp date={cell.until} format="time" />
      </span>
    )
  }
  return <span className={styles.muted}>{stateTexts[cell.state]}</span>
}

const stateTexts = { ...unavailableLabels, overloaded: 'Not loaded yet', disabled: 'Disabled' }

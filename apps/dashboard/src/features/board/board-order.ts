import type { ParsedUrlQuery } from 'node:querystring'
import type { Checks } from '@repo/github'
import { addSearchParams, getSearchParam } from '#components/list-query.ts'
import type { BoardCells, BoardRow, Cell } from './board-row.ts'

/** The columns by which a board can be sorted, each with the direction that comes first. */
export const boardColumns = [
  { column: 'name', title: 'Repository', first: 'asc' },
  { column: 'ci', title: 'CI', first: 'asc' },
  { column: 'awaitingResponse', title: 'Awaiting first response', first: 'desc' },
  { column: 'issues', title: 'Open issues', first: 'desc' },
  { column: 'pulls', title: 'Open pull requests', first: 'desc' },
  { column: 'unreleased', title: 'Unreleased commits', first: 'desc' },
  { column: 'release', title: 'Latest release', first: 'desc' },
  { column: 'newStars', title: 'Stars in 4 weeks', first: 'desc' },
  { column: 'advisories', title: 'Advisories', first: 'desc' },
] as const satisfies readonly {
  column: 'name' | keyof BoardCells
  title: string
  first: 'asc' | 'desc'
}[]

export type BoardColumn = (typeof boardColumns)[number]

/** The order of a board's rows; null is the order in which they were requested. */
export type BoardOrder = { column: BoardColumn['column']; direction: 'asc' | 'desc' } | null

/** The parameters of a URL that select the repositories of a board. */
export type BoardParams = { repos: string | undefined; page?: string | undefined }

/** Parses `?sort=issues&order=asc`; an unknown column is no order. */
export function parseBoardOrder(query: ParsedUrlQuery): BoardOrder {
  const sort = getSearchParam(query, 'sort')
  const column = boardColumns.find((candidate) => candidate.column === sort)
  if (!column) return null
  const order = getSearchParam(query, 'order')
  return {
    column: column.column,
    direction: order === 'asc' || order === 'desc' ? order : column.first,
  }
}

/** The parameters of an order; the direction is left out if it comes first. */
export function orderParams(order: BoardOrder): { sort?: string; order?: string } {
  const column = boardColumns.find((candidate) => candidate.column === order?.column)
  if (!order || !column) return {}
  const isFirst = order.direction === column.first
  return { sort: order.column, ...(!isFirst && { order: order.direction }) }
}

/** The link that sorts by a column, or turns its direction around. */
export function sortPath(
  path: string,
  params: BoardParams,
  { column, first }: BoardColumn,
  current: BoardOrder,
): string {
  const opposite = first === 'asc' ? 'desc' : 'asc'
  const isTurned = current?.column === column && current.direction === first
  const order = isTurned ? opposite : undefined
  return addSearchParams(path, { ...params, sort: column, order })
}

/** Sorts rows; those without a value are last in both directions. */
export function sortRows(rows: readonly BoardRow[], order: BoardOrder): BoardRow[] {
  if (order === null) return [...rows]
  const sign = order.direction === 'asc' ? 1 : -1
  const sorted = rows.map((row) => ({ row, key: sortKey(row, order.column) }))
  sorted.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    return sign * compareKeys(a.key, b.key)
  })
  return sorted.map(({ row }) => row)
}

type Key = number | string

function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : Number(String(a) > String(b))
}

// A larger weight than any number of advisories, or share of runs.
const FIRST_KEY_WEIGHT = 1000

function sortKey(row: BoardRow, column: BoardColumn['column']): Key | null {
  if (column === 'name') return row.name.toLowerCase()
  if (!('cells' in row)) return null
  const { cells } = row
  switch (column) {
    case 'ci':
      return keyOf(cells.ci, (state) => ciKey(state, cells.runs))
    case 'unreleased':
      return keyOf(cells.unreleased, (unreleased) => unreleased?.commits ?? null)
    case 'release':
      return keyOf(cells.release, (release) => release?.publishedAt ?? null)
    case 'advisories':
      return keyOf(
        cells.advisories,
        ({ unpatched, published }) => unpatched * FIRST_KEY_WEIGHT + published,
      )
    default:
      return keyOf<number | null>(cells[column], (value) => value)
  }
}

const ciRanks = { failing: 0, pending: 1, passing: 2, unknown: null, none: null } as const

/** Orders by the state, and then by the share of runs that passed, which is below 2. */
function ciKey(state: Checks['state'], runs: BoardCells['runs']): number | null {
  const rank = ciRanks[state]
  if (rank === null) return null
  const recent = 'value' in runs ? runs.value : null
  return rank * 2 + (recent ? recent.passed / recent.total : 1)
}

function keyOf<Value>(cell: Cell<Value>, toKey: (value: Value) => Key | null): Key | null {
  return 'value' in cell ? toKey(cell.value) : null
}

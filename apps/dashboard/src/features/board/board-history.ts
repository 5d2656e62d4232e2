import { type BoardRow, passPercent } from './board-row.ts'

/** The numbers of a board on a day, by the IDs of its repositories, which are stable across renames. */
export type BoardSnapshot = { at: string; repos: Record<string, Figures> }

type FigureName = keyof typeof figureTitles
type Figures = Partial<Record<FigureName, number>>

/** The numbers of a repository that differ from a snapshot. */
export type BoardChanges = { repo: string; changes: BoardChange[] }

type BoardChange = { title: string; isPercent: boolean; before: number; now: number }

const figureTitles = {
  passRate: 'CI: passing runs',
  awaitingResponse: 'Awaiting first response',
  issues: 'Open issues',
  pulls: 'Open pull requests',
  unreleased: 'Unreleased commits',
  newStars: 'Stars in 4 weeks',
  advisories: 'Advisories',
  unpatched: 'Advisories without a patch',
} as const

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
const MAX_SNAPSHOTS = 10

/** Takes the numbers of a board that are known. */
export function takeSnapshot(rows: readonly BoardRow[], at: string): BoardSnapshot {
  const repos = rows.flatMap((row) =>
    'cells' in row && row.id !== null ? [[row.id, figuresOf(row.cells)]] : [],
  )
  return { at, repos: Object.fromEntries(repos) }
}

type Cells = Extract<BoardRow, { cells: unknown }>['cells']

function figuresOf(cells: Cells): Figures {
  const { runs, unreleased, advisories } = cells
  const known: Record<FigureName, number | null> = {
    passRate: 'value' in runs && runs.value ? passPercent(runs.value) : null,
    awaitingResponse: exact(cells.awaitingResponse),
    issues: exact(cells.issues),
    pulls: exact(cells.pulls),
    unreleased: 'value' in unreleased && unreleased.value ? unreleased.value.commits : null,
    newStars: exact(cells.newStars),
    advisories: 'value' in advisories ? advisories.value.published : null,
    unpatched: 'value' in advisories ? advisories.value.unpatched : null,
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null))
}

function exact(cell: Cells['issues']): number | null {
  return 'value' in cell && !cell.orMore ? cell.value : null
}

/** Adds a snapshot to those before it, the newest last: one a day, with the last known numbers. */
export function addSnapshot(
  history: readonly BoardSnapshot[],
  snapshot: BoardSnapshot,
): BoardSnapshot[] {
  const others = history.filter(({ at }) => dayOf(at) !== dayOf(snapshot.at))
  const ofToday = history.find(({ at }) => dayOf(at) === dayOf(snapshot.at))
  const repos = { ...ofToday?.repos }
  for (const [id, figures] of Object.entries(snapshot.repos)) {
    repos[id] = { ...repos[id], ...figures }
  }
  return [...others, { at: snapshot.at, repos }].slice(-MAX_SNAPSHOTS)
}

/** Finds the snapshot nearest to a week ago; undefined without one of a day before. */
export function findPast(
  history: readonly BoardSnapshot[],
  now: number,
): BoardSnapshot | undefined {
  const today = dayOf(new Date(now).toISOString())
  const distance = ({ at }: BoardSnapshot) => Math.abs(now - Date.parse(at) - WEEK_MS)
  return history
    .filter(({ at }) => dayOf(at) < today)
    .toSorted((a, b) => distance(a) - distance(b))[0]
}

function dayOf(at: string): string {
  return at.slice(0, 10)
}

/** Lists the numbers that are known at both times and differ, by repository in the order of the rows. */
export function compareWith(past: BoardSnapshot, rows: readonly BoardRow[]): BoardChanges[] {
  return rows.flatMap((row) => {
    if (!('cells' in row) || row.id === null) return []
    const before = past.repos[row.id] ?? {}
    const now = figuresOf(row.cells)
    const changes = figureNames.flatMap((name): BoardChange[] => {
      const [earlier, current] = [before[name], now[name]]
      const isSame = earlier === undefined || current === undefined || earlier === current
      if (isSame) return []
      const isPercent = name === 'passRate'
      return [{ title: figureTitles[name], isPercent, before: earlier, now: current }]
    })
    return changes.length > 0 ? [{ repo: row.name, changes }] : []
  })
}

const figureNames = Object.keys(figureTitles) as FigureName[]

/** Snapshots by board, the board that was viewed last at the end. */
export type BoardHistories = Record<string, BoardSnapshot[]>

const MAX_BOARDS = 6

/** Adds a snapshot to the history of a board; forgets the boards that were not viewed for longest. */
export function recordSnapshot(
  histories: BoardHistories,
  board: string,
  snapshot: BoardSnapshot,
): BoardHistories {
  const { [board]: history = [], ...others } = histories
  const kept = Object.entries(others).slice(1 - MAX_BOARDS)
  return { ...Object.fromEntries(kept), [board]: addSnapshot(history, snapshot) }
}

/** Parses histories from untrusted text; what is invalid is left out. */
export function parseHistories(text: string): BoardHistories {
  try {
    const value: unknown = JSON.parse(text)
    return Object.fromEntries(
      entriesOf(value).map(([board, history]) => [
        board,
        Array.isArray(history) ? history.flatMap(parseSnapshot) : [],
      ]),
    )
  } catch {
    return {}
  }
}

function parseSnapshot(value: unknown): BoardSnapshot[] {
  const { at, repos } = Object(value)
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return []
  return [
    {
      at,
      repos: Object.fromEntries(
        entriesOf(repos).map(([id, figures]) => [
          id,
          Object.fromEntries(entriesOf(figures).filter(([, figure]) => Number.isFinite(figure))),
        ]),
      ),
    },
  ]
}

function entriesOf(value: unknown): [string, unknown][] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? Object.entries(value) : []
}

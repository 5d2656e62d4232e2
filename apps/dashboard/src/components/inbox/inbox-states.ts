import { createStoredValue, type StoredValue } from '#components/stored-value.ts'
import { MAX_OWN_SECTIONS } from './section-names.ts'

/** What this browser saves of a viewer's inbox. */
export type InboxState = {
  /** The latest last. */
  hidden: HiddenItem[]
  /** The searches of the viewer's own sections. */
  queries: string[]
  visit: Visit | null
}

/** Hidden until a local day, `2026-06-01`; with null, until `updatedAt` changes. */
type HiddenItem = { id: number; until: string | null; updatedAt: string | null }

/** A visit, by the dates of the data that it showed. */
type Visit = {
  lastAt: string
  /** The end of the visit before; null for the first. */
  previousAt: string | null
}

/** An item of the inbox, as far as hiding it needs. */
type Item = { id: number; updatedAt: string | null }

export const NO_INBOX_STATE: InboxState = { hidden: [], queries: [], visit: null }

const MAX_HIDDEN = 500
const MAX_VIEWERS = 5
const VISIT_GAP_MS = 30 * 60_000

/** The states of the viewers who have signed in with this browser, by login, the latest last. */
export type InboxStates = Record<string, InboxState>

export const inboxStates: StoredValue<InboxStates> = createStoredValue('inbox', (text) => {
  try {
    return parseInboxStates(JSON.parse(text))
  } catch {
    return {}
  }
})

/** Changes the state of a viewer. */
export function updateInbox(login: string, change: (state: InboxState) => InboxState): void {
  const { [login]: state = NO_INBOX_STATE, ...others } = inboxStates.read()
  const kept = Object.entries(others).slice(1 - MAX_VIEWERS)
  inboxStates.write({ ...Object.fromEntries(kept), [login]: change(state) })
}

/** Hides an item until a local day; null: until something happens. */
export function hideItem(state: InboxState, { id, updatedAt }: Item, until: string | null) {
  const others = showItem(state, id).hidden
  return { ...state, hidden: [...others, { id, until, updatedAt }].slice(-MAX_HIDDEN) }
}

/** Shows a hidden item again. */
export function showItem(state: InboxState, id: number): InboxState {
  return { ...state, hidden: state.hidden.filter((item) => item.id !== id) }
}

/** Whether an item is hidden on a local day. */
export function isHidden({ hidden }: InboxState, { id, updatedAt }: Item, today: string): boolean {
  const entry = hidden.find((item) => item.id === id)
  if (!entry) return false
  return entry.until === null ? entry.updatedAt === updatedAt : today < entry.until
}

/** The local day of a time in milliseconds, or days later: `2026-06-01`. */
export function localDay(time: number, daysLater = 0): string {
  const date = new Date(time)
  date.setDate(date.getDate() + daysLater)
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0'))
  return `${date.getFullYear()}-${month}-${day}`
}

/** The local day of the next Monday. */
export function nextMonday(time: number): string {
  return localDay(time, 8 - (new Date(time).getDay() || 7))
}

/** Records that data of a date was shown. More than half an hour later, a new visit begins. */
export function recordVisit(state: InboxState, asOf: string): InboxState {
  const { visit } = state
  if (!visit) return { ...state, visit: { lastAt: asOf, previousAt: null } }
  const gapMs = Date.parse(asOf) - Date.parse(visit.lastAt)
  if (gapMs <= 0) return state
  const previousAt = gapMs > VISIT_GAP_MS ? visit.lastAt : visit.previousAt
  return { ...state, visit: { lastAt: asOf, previousAt } }
}

/** Sets the searches of the own sections: the last ones, each once. */
export function withQueries(state: InboxState, queries: readonly string[]): InboxState {
  return { ...state, queries: [...new Set(queries)].slice(-MAX_OWN_SECTIONS) }
}

/** Adds what another browser has saved to what this one has. */
export function mergeInboxStates(states: InboxStates, added: InboxStates): InboxStates {
  const merged = { ...states }
  for (const [login, { hidden, queries, visit }] of Object.entries(added)) {
    const state = merged[login] ?? NO_INBOX_STATE
    const present = new Set(state.hidden.map(({ id }) => id))
    const withHidden = {
      ...state,
      hidden: [...hidden.filter(({ id }) => !present.has(id)), ...state.hidden].slice(-MAX_HIDDEN),
      visit: state.visit ?? visit,
    }
    merged[login] = withQueries(withHidden, [...queries, ...state.queries])
  }
  return Object.fromEntries(Object.entries(merged).slice(-MAX_VIEWERS))
}

/** Parses states from untrusted JSON, without what is invalid. */
export function parseInboxStates(value: unknown): InboxStates {
  return Object.fromEntries(
    entriesOf(value)
      .filter(([login]) => /^[\w-]{1,39}$/.test(login))
      .map(([login, state]) => [login, parseState(state)]),
  )
}

function parseState(value: unknown): InboxState {
  const { hidden, queries, visit } = Object(value)
  return {
    hidden: listOf(hidden).flatMap(parseHidden).slice(-MAX_HIDDEN),
    queries: listOf(queries)
      .filter((query) => typeof query === 'string' && query !== '')
      .map((query) => String(query))
      .slice(-MAX_OWN_SECTIONS),
    visit: parseVisit(visit),
  }
}

function parseHidden(value: unknown): HiddenItem[] {
  const { id, until, updatedAt } = Object(value)
  if (!Number.isSafeInteger(id)) return []
  const isDay = until === null || /^\d{4}-\d\d-\d\d$/.test(until)
  const isDated = updatedAt === null || isDate(updatedAt)
  return isDay && isDated ? [{ id, until, updatedAt }] : []
}

function parseVisit(value: unknown): Visit | null {
  const { lastAt, previousAt } = Object(value)
  if (!isDate(lastAt)) return null
  return { lastAt, previousAt: isDate(previousAt) ? previousAt : null }
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function entriesOf(value: unknown): [string, unknown][] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? Object.entries(value) : []
}

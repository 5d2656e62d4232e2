import { type ExportError, errorOf, exportUnread } from '#components/repo/unread-repo.ts'
import { ciStateNames } from '#components/report/ci-state-names.ts'
import { type BoardOrder, sortRows } from './board-order.ts'
import { type BoardRow, type Cell, passPercent, type ReadRow } from './board-row.ts'

type Value = string | number | null
type Fact = { name: string; value: Value; orMore?: true; error?: ExportError; asOf: string }

/** Exports the facts of a board in its order; a repository that could not be read has its error instead. */
export function exportBoard(rows: readonly BoardRow[], order: BoardOrder) {
  return sortRows(rows, order).map((row) => ('cells' in row ? exportRow(row) : exportUnread(row)))
}

function exportRow({ name, formerNames, url, age: { asOf }, cells }: ReadRow) {
  function fact<T>(title: string, cell: Cell<T>, read: (value: T) => Value): Fact {
    if (!('value' in cell)) {
      if (cell.state === 'disabled') return { name: title, value: 'disabled', asOf }
      return { name: title, value: null, error: errorOf(cell), asOf }
    }
    const value = read(cell.value)
    const orMore = cell.orMore === true && typeof value === 'number'
    return { name: title, value, ...(orMore && { orMore }), asOf: cell.asOf ?? asOf }
  }
  const facts = [
    fact('CI', cells.ci, (state) => ciStateNames[state]),
    fact('Passing runs, in percent', cells.runs, (runs) => (runs ? passPercent(runs) : 'no runs')),
    fact('Awaiting first response', cells.awaitingResponse, (count) => count),
    fact('Open issues', cells.issues, (count) => count),
    fact('Change of open issues in a week', cells.issuesChange, (change) => change),
    fact('Open pull requests', cells.pulls, (count) => count),
    fact('Change of open pull requests in a week', cells.pullsChange, (change) => change),
    fact('Unreleased commits', cells.unreleased, (found) => (found ? found.commits : 'no release')),
    fact('Latest release', cells.release, (release) => release?.tag ?? 'no release'),
    fact('Latest release published', cells.release, (found) =>
      found ? found.publishedAt : 'no release',
    ),
    fact('Stars in 4 weeks', cells.newStars, (count) => count),
    fact('Advisories', cells.advisories, ({ published }) => published),
    fact('Advisories without a patch', cells.advisories, ({ unpatched }) => unpatched),
  ]
  return { repository: name, formerNames, source: url, asOf, facts, error: null }
}

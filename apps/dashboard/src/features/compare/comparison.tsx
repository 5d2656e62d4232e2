import Link from 'next/link'
import { CopyButton } from '#components/copy-button.tsx'
import { Polling } from '#components/panel/polling.tsx'
import { boardPath } from '#components/repo/board-path.ts'
import { ExportLinks } from '#components/repo/export-links.tsx'
import type { UnreadRepo } from '#components/repo/unread-repo.ts'
import { CompareNotes } from './compare-notes.tsx'
import { createRows } from './compare-rows.ts'
import { CompareTable } from './compare-table.tsx'
import { type CompareView, compareViewPath } from './compare-view.ts'
import type { Column } from './compared.ts'
import { ComparedChart } from './compared-chart.tsx'
import type { ComparedLines } from './compared-lines.ts'

type ComparisonProps = {
  names: readonly string[]
  view: CompareView
  columns: readonly (Column | UnreadRepo)[]
  lines: ComparedLines
}

/** A comparison with its export links; it reloads while GitHub is computing statistics. */
export function Comparison({ names, view, columns, lines }: ComparisonProps) {
  const isComparison = columns.filter((column) => 'figures' in column).length > 1
  const isFolded = isComparison && view.rows === 'different'
  const equalRows = isComparison ? createRows(columns).filter(({ differs }) => !differs).length : 0
  const isComputing = columns.some((column) => 'age' in column && column.age.isComputing)
  const search = `?repos=${names.join(',')}`
  const exportPath = `/api/export/${view.isPersonal ? 'me/' : ''}compare`
  return (
    <Polling waiting={isComputing}>
      <ComparedChart names={names} view={view} lines={lines} />
      <CompareTable columns={columns} areEqualHidden={isFolded} />
      <CompareNotes columns={columns} />
      {(isFolded || equalRows > 0) && (
        <Link
          href={compareViewPath(names, { ...view, rows: isFolded ? 'all' : 'different' })}
          scroll={false}
        >
          <span>{isFolded ? 'Show all rows' : hideText(equalRows)}</span>
        </Link>
      )}
      <ExportLinks path={exportPath} search={search}>
        <Link href={boardPath(names, view.isPersonal)}>Show as a board</Link>
        <CopyButton getText={() => fetchText(`${exportPath}.md${search}`)}>
          Copy as Markdown
        </CopyButton>
      </ExportLinks>
    </Polling>
  )
}

function hideText(count: number): string {
  return count === 1 ? 'Hide 1 row that does not differ' : `Hide ${count} rows that do not differ`
}

async function fetchText(href: string): Promise<string> {
  const response = await fetch(href)
  if (!response.ok) throw new Error(`${href} responded ${response.status}`)
  return response.text()
}

import { usePolling } from '#components/panel/use-polling.ts'
import { ExportLinks } from '#components/repo/export-links.tsx'
import { CompareTable } from './compare-table.tsx'
import type { CompareView } from './compare-view.ts'
import type { Column } from './compared.ts'
import { ComparedChart } from './compared-chart.tsx'
import type { ComparedLines } from './compared-lines.ts'
import { CopyButton } from './copy-button.tsx'
import type { UnreadRepo } from './read-compared.server.ts'

type ComparisonProps = {
  names: readonly string[]
  view: CompareView
  columns: readonly (Column | UnreadRepo)[]
  lines: ComparedLines
}

/**
 * A comparison with its export links; it reloads while GitHub is computing statistics. A file has the
 * repositories that are shown: without those that failed, it can be exported.
 */
export function Comparison({ names, view, columns, lines }: ComparisonProps) {
  usePolling(columns.some((column) => 'age' in column && column.age.isComputing))
  const failed = columns.flatMap((column) => ('failure' in column ? [column.name] : []))
  const exported = names.filter((name) => !failed.includes(name))
  const search = `?repos=${exported.join(',')}`
  return (
    <>
      <ComparedChart names={names} view={view} lines={lines} />
      <CompareTable columns={columns} />
      <ExportLinks path="/api/export/compare" search={search}>
        <CopyButton href={`/api/export/compare.md${search}`} />
      </ExportLinks>
    </>
  )
}

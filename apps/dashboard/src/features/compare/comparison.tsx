import { usePolling } from '#components/panel/use-polling.ts'
import { ExportLinks } from '#components/repo/export-links.tsx'
import { CompareTable } from './compare-table.tsx'
import type { Column } from './compared.ts'
import { CopyButton } from './copy-button.tsx'
import type { Missing } from './read-compared.server.ts'

type ComparisonProps = { names: readonly string[]; columns: readonly (Column | Missing)[] }

/** A comparison, which asks again while GitHub is counting, and the ways to take it along. */
export function Comparison({ names, columns }: ComparisonProps) {
  usePolling(columns.some((column) => 'age' in column && column.age.computing))
  const search = `?repos=${names.join(',')}`
  return (
    <>
      <CompareTable columns={columns} />
      <ExportLinks path="/api/export/compare" search={search}>
        <CopyButton href={`/api/export/compare.md${search}`} />
      </ExportLinks>
    </>
  )
}

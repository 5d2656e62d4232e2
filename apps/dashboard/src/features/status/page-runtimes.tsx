import { DataTable } from '@repo/ui/data-table'
import { Panel } from '@repo/ui/panel'
import type { ListedPage } from './page-table.server.ts'

const sources = {
  page: 'the page',
  helper: 'helper',
  rule: 'next.config',
  'default rule': 'next.config (default)',
  Next: 'Next',
} as const

/** The runtime, the time limit and the source of `Cache-Control` of each page. */
export function PageRuntimes({ pages }: { pages: readonly ListedPage[] }) {
  return (
    <Panel title="Pages">
      <DataTable
        label="Runtime of each page"
        columns={['Route', 'Runtime', 'Max duration (s)', 'Cache-Control set by']}
        rows={pages.map(({ route, runtime, maxDuration, cacheControlSource }) => ({
          key: route,
          name: <code>{route}</code>,
          cells: [runtime, maxDuration ?? '–', sources[cacheControlSource]],
        }))}
      />
    </Panel>
  )
}

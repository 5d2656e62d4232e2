import { DataTable } from '@repo/ui/data-table'
import { type RuntimeResponses, runtimeResponses } from './responses.ts'

/** What happens to a response on each runtime. The HTML cells link to the probes. */
export function ResponseTable() {
  return (
    <DataTable
      label="What happens to the response"
      columns={['The function', 'Node.js, HTML', 'Node.js, data', 'Edge, HTML', 'Edge, data']}
      rows={runtimeResponses.map(({ code, outcome, node, edge }) => ({
        key: code,
        name: <code>{code}</code>,
        cells: [...createCells('node', outcome, node), ...createCells('edge', outcome, edge)],
      }))}
    />
  )
}

function createCells(runtime: 'node' | 'edge', outcome: string, { html, data }: RuntimeResponses) {
  return [
    // Not next/link: a client navigation would request the data, not the document.
    <a key="html" href={`/learn/runtime/probe/${runtime}/${outcome}`}>
      {html}
    </a>,
    data,
  ]
}

import { DataTable } from '@repo/ui/data-table'
import { type Answers, answerMatrix } from './answers.ts'

/** What becomes of an answer on each runtime; the documents are links to try it. */
export function AnswerMatrix() {
  return (
    <DataTable
      label="What becomes of an answer"
      columns={['The function', 'Node.js, HTML', 'Node.js, data', 'Edge, HTML', 'Edge, data']}
      rows={answerMatrix.map(({ name, asked, node, edge }) => ({
        key: name,
        name: <code>{name}</code>,
        cells: [...cells('node', asked, node), ...cells('edge', asked, edge)],
      }))}
    />
  )
}

function cells(runtime: 'node' | 'edge', asked: string, { html, data }: Answers) {
  return [
    // A document of its own: a client navigation would ask for the data.
    <a key="html" href={`/learn/runtime/probe/${runtime}/${asked}`}>
      {html}
    </a>,
    data,
  ]
}

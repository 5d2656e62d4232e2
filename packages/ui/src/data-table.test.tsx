import { expect, test } from 'vitest'
import { DataTable } from './data-table.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('has column and row headings, in a box that can scroll', () => {
  const html = renderMarkup(
    <DataTable
      label="Contributors"
      columns={['Contributor', 'Commits']}
      rows={[
        { key: 'a', name: 'ann', cells: [12] },
        { key: 'b', name: 'ben', cells: ['–'] },
      ]}
    />,
  )

  expect(html).toBe(
    '<div role="group" aria-label="Contributors"><table>' +
      '<caption>Contributors</caption>' +
      '<thead><tr><th scope="col">Contributor</th><th scope="col">Commits</th></tr></thead>' +
      '<tbody><tr><th scope="row">ann</th><td>12</td></tr>' +
      '<tr><th scope="row">ben</th><td>–</td></tr></tbody></table></div>',
  )
})

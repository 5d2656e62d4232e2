import { expect, test } from 'vitest'
import { DataTable } from './data-table.tsx'
import { markup } from './markup.ts'

test('names its columns and rows, and scrolls by the keyboard', () => {
  const html = markup(
    <DataTable
      label="Contributors"
      columns={['Who', 'Commits']}
      rows={[
        { key: 'a', name: 'ann', cells: [12] },
        { key: 'b', name: 'ben', cells: ['–'] },
      ]}
    />,
  )

  expect(html).toBe(
    '<section aria-label="Contributors" tabindex="0"><table>' +
      '<caption>Contributors</caption>' +
      '<thead><tr><th scope="col">Who</th><th scope="col">Commits</th></tr></thead>' +
      '<tbody><tr><th scope="row">ann</th><td>12</td></tr>' +
      '<tr><th scope="row">ben</th><td>–</td></tr></tbody></table></section>',
  )
})

import { expect, test } from 'vitest'
import { DataTable } from './data-table.tsx'
import { markup } from './markup.ts'

test('is a named table whose columns and rows have headings', () => {
  const html = markup(
    <DataTable
      label="Quotas"
      columns={['Bucket', 'Left']}
      rows={[{ name: 'core', cells: ['4,998'] }]}
    />,
  )

  expect(html).toBe(
    '<section aria-label="Quotas" tabindex="0"><table><caption>Quotas</caption>' +
      '<thead><tr><th scope="col">Bucket</th><th scope="col">Left</th></tr></thead>' +
      '<tbody><tr><th scope="row"><code>core</code></th><td>4,998</td></tr></tbody>' +
      '</table></section>',
  )
})

import { expect, test } from 'vitest'
import { GroupedTable } from './grouped-table.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('has a body with a heading for each group', () => {
  const html = renderMarkup(
    <GroupedTable
      label="Changes"
      columns={['Repository', 'Then', 'Now']}
      groups={[
        { name: 'acme/rocket', rows: [{ name: 'Open issues', cells: [7, 4] }] },
        { name: 'acme/quiet', rows: [{ name: 'Advisories', cells: [0, 1] }] },
      ]}
    />,
  )

  expect(html).toBe(
    '<div role="group" aria-label="Changes"><table>' +
      '<caption>Changes</caption>' +
      '<thead><tr><th scope="col">Repository</th><th scope="col">Then</th>' +
      '<th scope="col">Now</th></tr></thead>' +
      '<tbody><tr><th scope="rowgroup" colSpan="3"><bdi>acme/rocket</bdi></th></tr>' +
      '<tr><th scope="row">Open issues</th><td>7</td><td>4</td></tr></tbody>' +
      '<tbody><tr><th scope="rowgroup" colSpan="3"><bdi>acme/quiet</bdi></th></tr>' +
      '<tr><th scope="row">Advisories</th><td>0</td><td>1</td></tr></tbody></table></div>',
  )
})

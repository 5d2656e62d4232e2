import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { Row, Rows } from './list-rows.tsx'

test('lists names with a value at the end', () => {
  const html = renderMarkup(
    <Rows>
      <Row main="v4.2.1" end="6 days ago" />
      <Row main="v4.2.0" />
    </Rows>,
  )

  expect(html).toBe(
    '<ul><li><div>v4.2.1</div><div>6 days ago</div></li><li><div>v4.2.0</div></li></ul>',
  )
})

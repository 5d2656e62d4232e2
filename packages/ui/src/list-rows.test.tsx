import { expect, test } from 'vitest'
import { Row, Rows } from './list-rows.tsx'
import { markup } from './markup.ts'

test('lists subjects with what belongs to them at the end', () => {
  const html = markup(
    <Rows>
      <Row main="v4.2.1" end="6 days ago" />
      <Row main="v4.2.0" />
    </Rows>,
  )

  expect(html).toBe(
    '<ul><li><div>v4.2.1</div><div>6 days ago</div></li><li><div>v4.2.0</div></li></ul>',
  )
})

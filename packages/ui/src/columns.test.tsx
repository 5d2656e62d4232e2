import { expect, test } from 'vitest'
import { Columns, Stack } from './columns.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('puts the main column before the side column', () => {
  expect(renderMarkup(<Columns main="main" side="side" />)).toBe(
    '<div><div>main</div><div>side</div></div>',
  )
  expect(renderMarkup(<Stack gap="small">one</Stack>)).toBe('<div>one</div>')
})

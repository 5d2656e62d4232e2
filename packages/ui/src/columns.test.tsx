import { expect, test } from 'vitest'
import { Columns, Stack } from './columns.tsx'
import { markup } from './markup.ts'

test('puts the main column before the side', () => {
  expect(markup(<Columns main="main" side="side" />)).toBe(
    '<div><div>main</div><div>side</div></div>',
  )
  expect(markup(<Stack gap="small">one</Stack>)).toBe('<div>one</div>')
})

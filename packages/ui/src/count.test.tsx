import { expect, test } from 'vitest'
import { Count } from './count.tsx'
import { markup } from './markup.ts'

test('groups the digits of a number', () => {
  expect(markup(<Count value={12431} />)).toBe('<data value="12431">12,431</data>')
})

test('keeps the full number as the title of a short one', () => {
  expect(markup(<Count value={12431} compact />)).toBe(
    '<data value="12431" title="12,431">12.4k</data>',
  )
  expect(markup(<Count value={2_000_000} compact />)).toBe(
    '<data value="2000000" title="2,000,000">2M</data>',
  )
})

test('leaves a number that is short already as it is', () => {
  expect(markup(<Count value={912} compact />)).toBe('<data value="912">912</data>')
})

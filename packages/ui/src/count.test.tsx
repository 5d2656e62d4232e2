import { expect, test } from 'vitest'
import { Count } from './count.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('groups the digits of a number', () => {
  expect(renderMarkup(<Count value={12431} />)).toBe('<data value="12431">12,431</data>')
})

test('has the full number as the title of a compact number', () => {
  expect(renderMarkup(<Count value={12431} compact />)).toBe(
    '<data value="12431" title="12,431">12.4k</data>',
  )
  expect(renderMarkup(<Count value={2_000_000} compact />)).toBe(
    '<data value="2000000" title="2,000,000">2M</data>',
  )
})

test('does not shorten a number that is short already', () => {
  expect(renderMarkup(<Count value={912} compact />)).toBe('<data value="912">912</data>')
})

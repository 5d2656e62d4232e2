import { expect, test } from 'vitest'
import { markup } from './markup.ts'
import { ThemeButton } from './theme-button.tsx'

test('keeps its place on the server, where the choice is unknown', () => {
  expect(markup(<ThemeButton />)).toBe('<span></span>')
})

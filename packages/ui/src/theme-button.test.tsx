import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { ThemeButton } from './theme-button.tsx'

test('reserves its space on the server, where the theme is unknown', () => {
  expect(renderMarkup(<ThemeButton />)).toBe('<span></span>')
})

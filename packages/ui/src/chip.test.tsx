import { expect, test } from 'vitest'
import { Chip } from './chip.tsx'
import { markup } from './markup.ts'

test('is a word, or a link when it leads somewhere', () => {
  expect(markup(<Chip>latest</Chip>)).toBe('<span>latest</span>')
  expect(markup(<Chip href="/topics/css">css</Chip>)).toBe('<a href="/topics/css">css</a>')
})

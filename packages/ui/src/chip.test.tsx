import { expect, test } from 'vitest'
import { Chip } from './chip.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('is text, or a link when it has an href', () => {
  expect(renderMarkup(<Chip>latest</Chip>)).toBe('<span>latest</span>')
  expect(renderMarkup(<Chip href="/topics/css">css</Chip>)).toBe('<a href="/topics/css">css</a>')
})

test('shows an explanation on hover', () => {
  expect(renderMarkup(<Chip title="Latest stable release">latest</Chip>)).toBe(
    '<span title="Latest stable release">latest</span>',
  )
})

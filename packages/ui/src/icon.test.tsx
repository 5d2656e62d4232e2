import { expect, test } from 'vitest'
import { Icon } from './icon.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('is an empty element, which screen readers ignore', () => {
  expect(renderMarkup(<Icon name="star" />)).toBe('<span data-icon="star"></span>')
})

test('an icon with a label is an image with a name', () => {
  expect(renderMarkup(<Icon name="check" label="good" />)).toBe(
    '<span data-icon="check" role="img" aria-label="good"></span>',
  )
})

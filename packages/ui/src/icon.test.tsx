import { expect, test } from 'vitest'
import { Icon } from './icon.tsx'
import { StarIcon } from './icons.ts'
import { renderMarkup } from './lib/render-markup.ts'

test('draws an octicon without a style attribute and hides it from screen readers', () => {
  const html = renderMarkup(<Icon shape={StarIcon} />)

  expect(html).toMatch(/^<svg /)
  expect(html).toContain('aria-hidden="true"')
  expect(html).not.toContain('style=')
})

test('an icon with a label is an image with a name', () => {
  expect(renderMarkup(<Icon shape={StarIcon} label="good" />)).toContain(
    '<svg role="img" aria-label="good"',
  )
})

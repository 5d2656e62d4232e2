import { expect, test } from 'vitest'
import { Icon } from './icon.tsx'
import { StarIcon } from './icons.ts'
import { markup } from './markup.ts'

test('draws an octicon without a style attribute and hides it from screen readers', () => {
  const html = markup(<Icon of={StarIcon} />)

  expect(html).toMatch(/^<svg /)
  expect(html).toContain('aria-hidden="true"')
  expect(html).not.toContain('style=')
})

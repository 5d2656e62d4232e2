import { expect, test } from 'vitest'
import { ButtonLink } from './button-link.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('renders a plain link that works without scripts', () => {
  expect(renderMarkup(<ButtonLink href="/api/auth/start">Sign in</ButtonLink>)).toBe(
    '<a href="/api/auth/start">Sign in</a>',
  )
})

import { expect, test } from 'vitest'
import { ButtonLink } from './button-link.tsx'
import { markup } from './markup.ts'

test('is a link, with no script between', () => {
  expect(markup(<ButtonLink href="/api/auth/start">Sign in</ButtonLink>)).toBe(
    '<a href="/api/auth/start">Sign in</a>',
  )
})

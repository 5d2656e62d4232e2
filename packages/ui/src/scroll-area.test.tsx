import { expect, test } from 'vitest'
import { markup } from './markup.ts'
import { ScrollArea } from './scroll-area.tsx'

test('is a named region that takes the focus, so that the keyboard can scroll it', () => {
  expect(markup(<ScrollArea label="Quotas">wide</ScrollArea>)).toBe(
    '<section aria-label="Quotas" tabindex="0">wide</section>',
  )
})

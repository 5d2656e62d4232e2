import { expect, test } from 'vitest'
import { renderMarkup } from './render-markup.ts'
import { ScrollArea } from './scroll-area.tsx'

test('is a named region that can be focused, so that the keyboard can scroll it', () => {
  expect(renderMarkup(<ScrollArea label="Quotas">wide</ScrollArea>)).toBe(
    '<section aria-label="Quotas" tabindex="0">wide</section>',
  )
})

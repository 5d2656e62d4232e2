import { expect, test } from 'vitest'
import { renderMarkup } from './render-markup.ts'
import { ScrollArea } from './scroll-area.tsx'

test('is a named group, and no tab stop before the browser knows that it scrolls', () => {
  expect(renderMarkup(<ScrollArea label="Quotas">wide</ScrollArea>)).toBe(
    '<div role="group" aria-label="Quotas">wide</div>',
  )
})

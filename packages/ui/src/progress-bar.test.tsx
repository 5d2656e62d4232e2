import { expect, test } from 'vitest'
import { renderMarkup } from './lib/render-markup.ts'
import { ProgressBar } from './progress-bar.tsx'

test('is shown only while a page is loading', () => {
  expect(renderMarkup(<ProgressBar active />)).toBe(
    '<div role="progressbar" aria-label="Loading page"></div>',
  )
  expect(renderMarkup(<ProgressBar active={false} />)).toBe('')
})

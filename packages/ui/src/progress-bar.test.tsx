import { expect, test } from 'vitest'
import { markup } from './markup.ts'
import { ProgressBar } from './progress-bar.tsx'

test('is there only while a page is loading', () => {
  expect(markup(<ProgressBar active />)).toBe(
    '<div role="progressbar" aria-label="Loading the page"></div>',
  )
  expect(markup(<ProgressBar active={false} />)).toBe('')
})

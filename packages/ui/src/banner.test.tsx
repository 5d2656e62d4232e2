import { expect, test } from 'vitest'
import { Banner } from './banner.tsx'
import { markup } from './markup.ts'

test('says what happened and what it means', () => {
  const html = markup(
    <Banner tone="warning" title="GitHub is not answering">
      This is the last good answer.
    </Banner>,
  )

  expect(html).toContain('role="status"')
  expect(html).toContain('<p>GitHub is not answering</p><div>This is the last good answer.</div>')
})

test('interrupts the reader only when there is danger', () => {
  expect(markup(<Banner tone="danger" title="Token refused" />)).toContain('role="alert"')
})

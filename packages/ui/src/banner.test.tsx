import { expect, test } from 'vitest'
import { Banner } from './banner.tsx'
import { renderMarkup } from './lib/render-markup.ts'

test('shows a title and an explanation', () => {
  const html = renderMarkup(
    <Banner tone="warning" title="Cannot reach GitHub">
      Showing the last known data.
    </Banner>,
  )

  expect(html).toContain('role="status"')
  expect(html).toContain('<p>Cannot reach GitHub</p><div>Showing the last known data.</div>')
})

test('interrupts screen readers only for danger', () => {
  expect(renderMarkup(<Banner tone="danger" title="Token rejected" />)).toContain('role="alert"')
})

import type { UnavailablePanel } from '@repo/github'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FrameProvider } from '#components/shell/frame-context.tsx'
import { UnavailableDataPanel } from './unavailable-data-panel.tsx'

function htmlOf(panel: UnavailablePanel): string {
  return renderToStaticMarkup(<UnavailableDataPanel title="Languages" panel={panel} />)
}

test('a response that cannot be read is not called a missing one', () => {
  const html = htmlOf({ state: 'unreadable' })
  expect(html).toContain('GitHub sent data that this site could not read.')
  expect(html).not.toMatch(/isn’t responding|didn’t return/)
})

test('a viewer sees what restricts their token, and other visitors do not', () => {
  const panel = { state: 'forbidden', restriction: 'ip-address' } as const
  const viewer = { login: 'ann', avatarUrl: null }
  const html = renderToStaticMarkup(
    <FrameProvider value={{ source: 'live', siteUrl: 'https://dashboard.test', viewer }}>
      <UnavailableDataPanel title="Review requested" panel={panel} />
    </FrameProvider>,
  )
  expect(html).toContain('The organization has an IP allow list')
  expect(htmlOf(panel)).not.toContain('allow list')
})

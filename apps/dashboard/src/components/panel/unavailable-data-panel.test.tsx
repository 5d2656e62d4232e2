import type { UnavailablePanel } from '@repo/github'
import { expect, test } from 'vitest'
import { FrameProvider } from '#components/shell/frame-context.tsx'
import { render } from './test-support.ts'
import { UnavailableDataPanel } from './unavailable-data-panel.tsx'

function htmlOf(panel: UnavailablePanel): Promise<string> {
  return render(<UnavailableDataPanel title="Languages" panel={panel} />)
}

test('a response that cannot be read is not called a missing one', async () => {
  const html = await htmlOf({ state: 'unreadable' })
  expect(html).toContain('GitHub sent data that this site could not read.')
  expect(html).not.toMatch(/isn’t responding|didn’t return/)
})

test('a computing panel says that it updates, with a link for a browser without JavaScript', async () => {
  const html = await htmlOf({ state: 'computing' })
  expect(html).toMatch(/<\/h2><p[^>]*>Updating…<\/p>/)
  expect(html).toContain('GitHub is computing these statistics.<!-- --> <a href="">Retry</a>')
})

test('a viewer sees what restricts their token, and other visitors do not', async () => {
  const panel = { state: 'forbidden', restriction: 'ip-address' } as const
  const viewer = { login: 'ann', avatarUrl: null }
  const html = await render(
    <FrameProvider value={{ source: 'live', siteUrl: 'https://dashboard.test', viewer }}>
      <UnavailableDataPanel title="Review requested" panel={panel} />
    </FrameProvider>,
  )
  expect(html).toContain('The organization has an IP allow list')
  expect(await htmlOf(panel)).not.toContain('allow list')
})

test('the server’s HTML has the message in its place, on a page of any length', async () => {
  const html = await render(
    <>
      <p>{'long '.repeat(10_000)}</p>
      <UnavailableDataPanel title="Languages" panel={{ state: 'unsearchable' }} />
    </>,
  )
  expect(html).toMatch(/GitHub doesn’t search these issues.*<\/section>$/)
  expect(html).not.toContain('<script')
})

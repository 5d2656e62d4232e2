import type { Panel } from '@repo/github'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FrameProvider } from '#components/shell/frame-context.tsx'
import { DataPanel } from './data-panel.tsx'
import { partialText, staleText } from './unavailable-text.tsx'

const asOf = '2026-06-01T12:00:00.000Z'

function htmlOf(panel: Panel<string>, partialNote?: null): string {
  return renderToStaticMarkup(
    <DataPanel title="Languages" panel={panel} {...(partialNote === null && { partialNote })}>
      {(data) => <p>{data}</p>}
    </DataPanel>,
  )
}

test('a panel that lacks items shows the others and says so', () => {
  const partial = { state: 'partial', data: 'Rust', asOf } as const
  expect(htmlOf(partial)).toContain('<p>Rust</p>')
  expect(htmlOf(partial)).toContain(partialText)
  expect(htmlOf({ ...partial, state: 'ready' })).not.toContain(partialText)
})

test('a stale panel that lacks items says both', () => {
  const html = htmlOf({
    state: 'stale',
    reason: 'upstream-error',
    data: 'Rust',
    asOf,
    partial: true,
  })
  expect(html).toContain(partialText)
  expect(html).toContain(staleText)
})

test('a panel with a text of its own about missing items shows no other', () => {
  expect(htmlOf({ state: 'partial', data: 'First 100', asOf }, null)).not.toContain(partialText)
})

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
      <DataPanel title="Review requested" panel={panel}>
        {() => null}
      </DataPanel>
    </FrameProvider>,
  )
  expect(html).toContain('The organization has an IP allow list')
  expect(htmlOf(panel)).not.toContain('allow list')
})

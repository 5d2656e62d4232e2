import type { Panel } from '@repo/github'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DataPanel } from './data-panel.tsx'
import { partialText, staleText } from './stale-text.tsx'

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

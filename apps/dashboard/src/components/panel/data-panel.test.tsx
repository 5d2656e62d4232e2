import type { Panel } from '@repo/github'
import { expect, test } from 'vitest'
import { DataPanel } from './data-panel.tsx'
import { partialText, staleText } from './stale-text.tsx'
import { render } from './test-support.ts'

const asOf = '2026-06-01T12:00:00.000Z'

function htmlOf(panel: Panel<string>, showsPartial = false): Promise<string> {
  return render(
    <DataPanel title="Languages" panel={panel} showsPartial={showsPartial}>
      {(data) => <p>{data}</p>}
    </DataPanel>,
  )
}

test('a panel that lacks items shows the others and says so', async () => {
  const partial = { state: 'partial', data: 'Rust', asOf } as const
  expect(await htmlOf(partial)).toContain('<p>Rust</p>')
  expect(await htmlOf(partial)).toContain(partialText)
  expect(await htmlOf({ ...partial, state: 'ready' })).not.toContain(partialText)
})

test('a stale panel that lacks items says both', async () => {
  const html = await htmlOf({
    state: 'stale',
    reason: 'upstream-error',
    data: 'Rust',
    asOf,
    partial: true,
  })
  expect(html).toContain(partialText)
  expect(html).toContain(staleText)
})

test('a panel with a text of its own about missing items shows no other', async () => {
  expect(await htmlOf({ state: 'partial', data: 'First 100', asOf }, true)).not.toContain(
    partialText,
  )
})

test('the server’s HTML has the notes in their place, on a page of any length', async () => {
  const html = await render(
    <>
      <p>{'long '.repeat(10_000)}</p>
      <DataPanel
        title="Languages"
        panel={{
          state: 'stale',
          reason: 'upstream-error',
          data: 'Rust',
          asOf,
          until: asOf,
          partial: true,
        }}
      >
        {(data) => data}
      </DataPanel>
    </>,
  )
  expect(html).toMatch(/Rust<!--\$-->.*Try again after.*<\/section>$/)
  expect(html).not.toContain('<script')
})

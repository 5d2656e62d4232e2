import type { Panel } from '@repo/github'
import { expect, test } from 'vitest'
import { combineAges } from './combine-ages.ts'
import { DataPanel } from './data-panel.tsx'
import { PageAge } from './page-age.tsx'
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
  expect(html).toMatch(/Languages<\/h2><p[^>]*><!--\$-->.*Try again after.*Rust.*<\/section>$/)
  expect(html).not.toContain('<script')
})

const older = '2026-06-01T09:00:00.000Z'

/** The note of a panel on a page that was updated at noon. */
async function noteOf(panel: Panel<string>, stale?: 'upstream-error'): Promise<string | undefined> {
  const html = await render(
    <PageAge age={combineAges({ asOf, ...(stale && { stale }) }, [panel])}>
      <DataPanel title="Languages" panel={panel}>
        {(data) => data}
      </DataPanel>
    </PageAge>,
  )
  const note = /<\/h2><p[^>]*>(.*?)<\/p>/.exec(html)?.[1]
  return note?.replace(/<[^>]*>/g, '')
}

test('a panel that could not be updated gives its date and the reason after its heading', async () => {
  const failing = { state: 'stale', reason: 'upstream-error', data: 'Rust', asOf: older } as const
  expect(await noteOf(failing)).toBe(
    'From Jun 1, 2026, 09:00 UTC: Couldn’t load newer data from GitHub.',
  )
  expect(await noteOf({ ...failing, until: asOf })).toBe(
    'From Jun 1, 2026, 09:00 UTC: GitHub’s rate limit is reached. Try again after 12:00 UTC.',
  )
})

test('a panel that the page’s date includes shows no date', async () => {
  const stale = { state: 'stale', data: 'Rust', asOf: older } as const
  expect(await noteOf({ state: 'ready', data: 'Rust', asOf: older })).toBeUndefined()
  expect(await noteOf({ ...stale, reason: 'revalidating' })).toBeUndefined()
  expect(await noteOf({ ...stale, reason: 'upstream-error' }, 'upstream-error')).toBeUndefined()
})

test('on a page without a date a panel gives its date while newer data is loading', async () => {
  const html = await htmlOf({ state: 'stale', reason: 'revalidating', data: 'Rust', asOf: older })
  expect(html.replace(/<[^>]*>/g, '')).toContain(
    'From Jun 1, 2026, 09:00 UTC: Newer data is loading. Reload the page to see it.',
  )
})

import type { Panel } from '@repo/github'
import { expect, test } from 'vitest'
import type { Age } from './age.tsx'
import { combineAges } from './combine-ages.ts'
import { PageAge } from './page-age.tsx'
import { render } from './test-support.ts'

const noon = '2026-06-01T12:00:00.000Z'
const eleven = '2026-06-01T11:00:00.000Z'
const ten = '2026-06-01T10:00:00.000Z'

const ready = { state: 'ready', data: 1, asOf: eleven } as const
const revalidating = { state: 'stale', reason: 'revalidating', data: 1, asOf: ten } as const
const failing = { state: 'stale', reason: 'upstream-error', data: 1, asOf: ten } as const

test.each<[string, Age | undefined, Panel<number>[], Age | undefined]>([
  ['of the page’s own data', { asOf: noon }, [], { asOf: noon }],
  ['of the oldest panel', { asOf: noon }, [ready], { asOf: eleven }],
  [
    'of a panel that is revalidated',
    { asOf: noon },
    [revalidating],
    { asOf: ten, stale: 'revalidating' },
  ],
  ['without a panel that failed', { asOf: noon }, [ready, failing], { asOf: eleven }],
  [
    'of the oldest panel if the page failed too',
    { asOf: noon, stale: 'upstream-error', until: noon },
    [failing],
    { asOf: ten, stale: 'upstream-error', until: noon },
  ],
  ['of the panels alone', undefined, [ready, { state: 'computing' }], { asOf: eleven }],
  ['unknown without data', undefined, [failing, { state: 'computing' }], undefined],
])('a page’s age is that %s', (_name, age, panels, combined) => {
  expect(combineAges(age, panels)).toEqual(combined)
})

async function textOf(age: Age): Promise<string> {
  return (await render(<PageAge age={age}>…</PageAge>)).replace(/<[^>]*>/g, '')
}

test('a page says when it was updated, and whether newer data is loading', async () => {
  expect(await textOf({ asOf: noon })).toBe('Updated Jun 1, 2026, 12:00 UTC…')
  expect(await textOf({ asOf: noon, stale: 'revalidating' })).toBe(
    'Updated Jun 1, 2026, 12:00 UTC. Load newer data…',
  )
  expect(await textOf({ asOf: noon, stale: 'upstream-error' })).toBe(
    'Updated Jun 1, 2026, 12:00 UTCShowing the last known dataCouldn’t load newer data from GitHub.…',
  )
})

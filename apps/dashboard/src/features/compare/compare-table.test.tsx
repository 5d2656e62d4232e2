import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Overview } from '#features/overview/repo-overview.tsx'
import { CompareTable } from './compare-table.tsx'
import { columnsFrom } from './compared.ts'
import { asOf, overviewWith } from './test-support.ts'

const until = '2026-06-01T12:30:00.000Z'

function textWith(parts: Partial<Overview>): string {
  const columns = columnsFrom([{ name: 'acme/rocket', overview: overviewWith(parts) }])
  return renderToStaticMarkup(<CompareTable columns={columns} />).replace(/<[^>]+>/g, '')
}

test('a column says when GitHub confirmed it, and no more while GitHub answers', () => {
  expect(textWith({})).toContain('Flies.As of 1 Jun 2026, 12:00 UTC.Stars')
})

test('a column says that GitHub is not answering, or until when it asks to wait', () => {
  expect(textWith({ age: { asOf, stale: 'upstream-error' } })).toContain(
    '12:00 UTC. GitHub is not answering. Some of this is its last good answer.Stars',
  )
  expect(textWith({ age: { asOf, stale: 'upstream-error', until } })).toContain(
    '12:00 UTC. GitHub asks us to wait. It goes on at 12:30 UTC.Stars',
  )
})

test('a chart and a line of the report card say until when GitHub asks to wait', () => {
  expect(textWith({ stars: { state: 'rate-limited', until } })).toContain(
    'keptGitHub asks us to wait until 12:30 UTC.',
  )
  const line = {
    tone: 'unknown',
    title: 'Checks: unknown',
    detail: 'GitHub asks us to wait',
    until,
  } as const
  expect(textWith({ report: [line] })).toContain(
    'Checks: unknown GitHub asks us to wait until 12:30 UTC',
  )
})

test('the first hundred contributors are not shown as all', () => {
  const data = { people: [], total: 100, busFactor: null }
  expect(textWith({ contributors: { state: 'partial', data, asOf } })).toContain(
    'Contributorsmore than 100',
  )
})

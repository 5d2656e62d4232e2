import type { Panel } from '@repo/github'
import { expect, test } from 'vitest'
import { deprecationNotice, repoStatus } from './repo-status.ts'
import type { ContributorSummary } from './summarize-contributors.ts'
import { asOf, overviewWith } from './test-support.ts'

const now = Date.parse(asOf)
const { repo } = overviewWith({})

const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString()

/** Contributors, of whom the week of the last human's commit ended some days ago. */
function weekEnded(days: number, state: 'ready' | 'partial' = 'ready'): Panel<ContributorSummary> {
  const data = { people: [], total: 9, busFactor: null, lastHumanWeek: daysAgo(days + 7) }
  return { state, data, asOf }
}

const pushed = (days: number | null) => ({
  ...repo,
  pushedAt: days === null ? null : daysAgo(days),
})
const noHuman: Panel<ContributorSummary> = {
  state: 'ready',
  data: { people: [], total: 1, busFactor: null, lastHumanWeek: null },
  asOf,
}

test.each([
  [-5, 'maintained'],
  [0, 'maintained'],
  [90, 'maintained'],
  [91, 'slowing'],
  [365, 'slowing'],
  [366, 'dormant'],
])('a week of the last commit that ended %i days ago is %s', (days, state) => {
  expect(repoStatus({ repo: pushed(0), contributors: weekEnded(days) }, now).state).toBe(state)
})

test('names the week of the last commit by a human', () => {
  const { facts, at } = repoStatus({ repo, contributors: weekEnded(1) }, now)
  expect(facts).toBe('Last commit by a human in the week of May 24, 2026.')
  expect(at).toBe(undefined)
})

test.each([
  [0, 'unknown'],
  [90, 'unknown'],
  [91, 'slowing'],
  [365, 'slowing'],
  [366, 'dormant'],
  [null, 'unknown'],
])('without the commits of humans, a push %s days ago is %s', (days, state) => {
  for (const contributors of [{ state: 'computing' } as const, noHuman]) {
    expect(repoStatus({ repo: pushed(days), contributors }, now).state).toBe(state)
  }
})

test.each([
  [0, 'maintained'],
  [91, 'unknown'],
  [366, 'unknown'],
])('where GitHub omits contributors, a commit %i days ago and a new push are %s', (days, state) => {
  const contributors = weekEnded(days, 'partial')
  expect(repoStatus({ repo: pushed(0), contributors }, now).state).toBe(state)
})

test('where GitHub omits contributors, an old push shows that none of them committed', () => {
  const contributors = weekEnded(370, 'partial')
  expect(repoStatus({ repo: pushed(369), contributors }, now).state).toBe('dormant')
})

test('what the owner declares comes before the commits: archived, then deprecated', () => {
  const contributors = weekEnded(0)
  const deprecated = { ...pushed(1), description: 'DEPRECATED: use acme/beacon' }
  expect(repoStatus({ repo: { ...deprecated, archived: true }, contributors }, now)).toEqual({
    state: 'archived',
    facts: 'Read-only. Last push',
    at: daysAgo(1),
  })
  expect(repoStatus({ repo: deprecated, contributors }, now)).toEqual({
    state: 'deprecated',
    facts: 'Its description: “DEPRECATED: use acme/beacon”',
  })
})

test.each([
  'Deprecated',
  'DEPRECATED: use acme/beacon',
  '[DEPRECATED] A queue',
  '⚠️ Deprecated - use acme/beacon',
  '**Unmaintained** queue',
  'A queue (no longer maintained)',
  'A queue. No longer actively maintained.',
  'A queue. Not maintained anymore',
  'This project is now deprecated in favor of acme/beacon',
  'Obsolete! <script>alert(1)</script>',
])('“%s” declares a deprecation', (description) => {
  expect(deprecationNotice({ description, topics: [] })).toBe(`Its description: “${description}”`)
})

test.each([
  'Deprecated API finder',
  'Finds deprecated functions',
  'A fork of a queue that is no longer maintained',
  'Checks whether a package is deprecated',
  'Deprecated-code remover',
  'An abandoned cart reminder',
  'A queue, not supported by a company',
  '',
  null,
])('“%s” declares none', (description) => {
  expect(deprecationNotice({ description, topics: ['queue'] })).toBe(undefined)
})

test('a topic declares a deprecation, and a long description is shortened', () => {
  const topics = ['queue', 'no-longer-maintained']
  expect(deprecationNotice({ description: 'A queue', topics })).toBe(
    'Its topic: “no-longer-maintained”',
  )
  const description = `Deprecated: ${'x'.repeat(200)}`
  expect(deprecationNotice({ description, topics })).toBe(
    `Its description: “${description.slice(0, 100)}…”`,
  )
})

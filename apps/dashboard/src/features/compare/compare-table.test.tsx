import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { RepoDetails } from '#features/overview/repo-overview.tsx'
import { asOf, overviewWith } from '#features/overview/test-support.ts'
import { CompareNotes } from './compare-notes.tsx'
import styles from './compare-table.module.css'
import { CompareTable } from './compare-table.tsx'
import { createColumns } from './compared.ts'

const until = '2026-06-01T12:30:00.000Z'
const { repo } = overviewWith({})
const humans: RepoDetails['contributors'] = {
  state: 'ready',
  data: { people: [], total: 2, busFactor: { people: 1, total: 2 }, lastHumanWeek: null },
  asOf,
}

function textWith(parts: Partial<RepoDetails>): string {
  const columns = createColumns([
    { name: 'acme/rocket', overview: overviewWith(parts), formerNames: [] },
  ])
  return toText(<CompareTable columns={columns} />)
}

function notesWith(
  parts: Partial<RepoDetails>,
  formerNames: string[] = [],
  repeated: string[] = [],
) {
  const overview = overviewWith({ contributors: humans, ...parts })
  const columns = createColumns([{ name: 'acme/rocket', overview, formerNames }], repeated)
  return toText(<CompareNotes columns={columns} />)
}

function toText(element: ReactElement): string {
  return renderToStaticMarkup(element)
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]+>/g, '')
}

test('cells have values only, and the notes the date of the data', () => {
  const line = {
    judgment: 'good',
    title: 'First response after 5 hours (median), as of',
    value: '5 hours',
    detail: '31 of 40 recent issues answered',
    at: asOf,
  } as const
  const { status } = overviewWith({}).report
  const text = textWith({ report: { status, lines: [line] } })
  expect(text).toContain('Flies.Stars60')
  expect(text).toContain('Status Maintained')
  expect(text).toContain('Maintenance5 hours   Good')
  expect(notesWith({})).toBe('acme/rocket Updated Jun 1, 2026')
})

test('the notes say that GitHub is not responding, or name the end of its rate limit', () => {
  expect(notesWith({ age: { asOf, stale: 'upstream-error' } })).toContain(
    'Couldn’t load newer data from GitHub. Updated Jun 1, 2026',
  )
  expect(notesWith({ age: { asOf, stale: 'upstream-error', until } })).toContain(
    'GitHub’s rate limit is reached. Try again after 12:30 UTC. Updated Jun 1, 2026',
  )
})

test('a figure without data has a word for it, and the notes the reason', () => {
  const stars = { state: 'rate-limited', until } as const
  expect(textWith({ stars })).toContain('Net new stars in the past yearRate limitedForks')
  expect(notesWith({ stars })).toContain(
    'Net new stars in the past year: GitHub’s rate limit is reached. Try again after 12:30 UTC.',
  )
})

test('a partial list of contributors is shown as a lower bound', () => {
  const data = { people: [], total: 100, busFactor: null, lastHumanWeek: null }
  expect(textWith({ contributors: { state: 'partial', data, asOf } })).toContain('more than 100')
})

test('the notes say how many contributors are bots, and why a value is not judged', () => {
  const data = { people: [], total: 91, busFactor: { people: 4, total: 89 }, lastHumanWeek: null }
  expect(notesWith({ contributors: { state: 'ready', data, asOf } })).toBe(
    'acme/rocket Contributors in the past year: 2 of 91 are bots, which the bus factor excludes. Updated Jun 1, 2026',
  )
  const { status } = overviewWith({}).report
  const known = { judgment: 'good', title: 'Passing', value: 'passing', detail: '2 of 2' } as const
  const unknown = {
    judgment: 'unknown',
    title: 'No published advisories',
    value: '0 advisories',
    detail: 'That doesn’t rule out vulnerabilities · policy: see GitHub',
  } as const
  const lines = [known, known, known, known, known, known, unknown]
  expect(notesWith({ report: { status, lines } })).toContain(
    'Security: 0 advisories. That doesn’t rule out vulnerabilities. Updated',
  )
})

test('the notes name the old name under which a repository was requested', () => {
  expect(notesWith({}, ['acme/old-name'])).toContain('acme/old-name was renamed to acme/rocket.')
})

test('the notes name the other spellings under which a repository is listed', () => {
  expect(notesWith({}, [], ['ACME/Rocket', 'nova/rocket'])).toContain(
    'Listed more than once: also as ACME/Rocket.',
  )
})

test('a repository that failed has a link that tries again, and the reason below the table', () => {
  const columns = createColumns([
    { name: 'acme/rocket', failure: { state: 'rate-limited', until } },
  ])
  expect(toText(<CompareTable columns={columns} />)).toMatch(
    /^acme\/rocket Rate limited Try againStars—/,
  )
  expect(toText(<CompareNotes columns={columns} />)).toBe(
    'acme/rocket GitHub’s rate limit is reached. Try again after 12:30 UTC.',
  )
})

test('disabled issues are no count', () => {
  expect(textWith({ repo: { ...repo, issuesDisabled: true } })).toContain(
    'disabledOpen pull requests4',
  )
})

function tableOf(columns: Partial<RepoDetails>[], areEqualHidden = false): string {
  const results = columns.map((parts, index) => ({
    name: `acme/${index}`,
    overview: overviewWith(parts),
    formerNames: [],
  }))
  return renderToStaticMarkup(
    <CompareTable columns={createColumns(results)} areEqualHidden={areEqualHidden} />,
  )
}

const withStars = (stars: number | null) => ({ repo: { ...repo, stars } })

test('the most and the fewest of a row are marked in words and by a class', () => {
  const html = tableOf([withStars(5), withStars(70), withStars(60)])
  const row = html.slice(html.indexOf('Stars</th>'), html.indexOf('Net new stars'))
  expect([...row.matchAll(/<td[^>]*?(?: class="([^"]*)")?>(.*?)<\/td>/g)].map(toCell)).toEqual([
    [styles.fewest, '5 fewest'],
    [styles.most, '70 most'],
    [undefined, '60'],
  ])
})

function toCell([, className, content = '']: RegExpExecArray) {
  return [className, content.replace(/<[^>]+>/g, '')]
}

test('rows that do not differ can be left out', () => {
  const html = tableOf([withStars(5), withStars(70)], true)
  expect(html.match(/<th scope="row">[^<]*/g)).toEqual(['<th scope="row">Stars'])
})

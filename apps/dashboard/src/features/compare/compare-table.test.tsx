import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { RepoDetails } from '#features/overview/repo-overview.tsx'
import { asOf, overviewWith } from '#features/overview/test-support.ts'
import styles from './compare-table.module.css'
import { CompareTable } from './compare-table.tsx'
import { createColumns } from './compared.ts'

const until = '2026-06-01T12:30:00.000Z'
const { repo } = overviewWith({})

function textWith(parts: Partial<RepoDetails>): string {
  const columns = createColumns([
    { name: 'acme/rocket', overview: overviewWith(parts), formerNames: [] },
  ])
  return renderToStaticMarkup(<CompareTable columns={columns} />).replace(/<[^>]+>/g, '')
}

test('a column has the date of its data, and no warning while GitHub responds', () => {
  expect(textWith({})).toContain('Flies.Updated Jun 1, 2026Stars')
})

test('a column warns that GitHub is not responding, or names the end of its rate limit', () => {
  expect(textWith({ age: { asOf, stale: 'upstream-error' } })).toContain(
    'Jun 1, 2026Couldn’t load newer data from GitHub.Stars',
  )
  expect(textWith({ age: { asOf, stale: 'upstream-error', until } })).toContain(
    'Jun 1, 2026GitHub’s rate limit is reached. Try again after 12:30 UTC.Stars',
  )
})

test('a figure and a report line name the end of a rate limit', () => {
  expect(textWith({ stars: { state: 'rate-limited', until } })).toContain(
    'Net new stars in the past yearGitHub’s rate limit is reached. Try again after 12:30 UTC.',
  )
  const line = {
    judgment: 'unknown',
    title: 'Checks: unknown',
    detail: 'Rate limited',
    until,
  } as const
  const { status } = overviewWith({}).report
  expect(textWith({ report: { status, lines: [line] } })).toContain(
    'Checks: unknown  Rate limited until 12:30 UTC Unknown',
  )
})

test('a partial list of contributors is shown as a lower bound', () => {
  const data = { people: [], total: 100, busFactor: null, lastHumanWeek: null }
  expect(textWith({ contributors: { state: 'partial', data, asOf } })).toContain('more than 100')
})

test('a column names the old name under which its repository was requested', () => {
  const columns = createColumns([
    { name: 'acme/rocket', overview: overviewWith({}), formerNames: ['acme/old-name'] },
  ])
  const html = renderToStaticMarkup(<CompareTable columns={columns} />)
  const text = html.replace(/<!-- -->/g, '').replace(/<[^>]+>/g, '')
  expect(text).toContain('Flies.acme/old-name was renamed to acme/rocket.Updated')
})

test('a column names the other spellings under which its repository is listed', () => {
  const columns = createColumns(
    [{ name: 'acme/rocket', overview: overviewWith({}), formerNames: [] }],
    ['ACME/Rocket', 'nova/rocket'],
  )
  const html = renderToStaticMarkup(<CompareTable columns={columns} />)
  expect(html.replace(/<[^>]+>/g, '')).toContain(
    'Flies.Listed more than once: also as ACME/Rocket.Updated',
  )
})

test('a repository that failed has the reason and a link that tries again', () => {
  const columns = createColumns([
    { name: 'acme/rocket', failure: { state: 'rate-limited', until } },
  ])
  const text = renderToStaticMarkup(<CompareTable columns={columns} />).replace(/<[^>]+>/g, '')
  expect(text).toMatch(
    /^acme\/rocket GitHub’s rate limit is reached. Try again after 12:30 UTC\. Try againStars—/,
  )
})

test('disabled issues are no count', () => {
  expect(textWith({ repo: { ...repo, issuesDisabled: true } })).toContain(
    'Open issuesIssues are disabledOpen pull requests4',
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

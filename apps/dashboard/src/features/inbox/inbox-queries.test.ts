import { expect, test } from 'vitest'
import { createSections, findQueryProblem, searchUrl, withBots } from './inbox-queries.ts'
import { parseInboxRequest } from './parse-inbox-request.server.ts'

const today = new Date('2026-06-01T12:00:00Z')
const noBots = '-author:app/dependabot -author:app/renovate -author:app/github-actions'

function queriesOf(query: Record<string, string | string[]>): string[] {
  return createSections(parseInboxRequest(query).request, today).map((section) => section.query)
}

test('has one GitHub search for each section', () => {
  expect(
    createSections(parseInboxRequest({}).request, today).map(({ title, query }) => [title, query]),
  ).toEqual([
    [
      'Awaiting first response',
      `is:issue is:open archived:false comments:0 -author:@me user:@me sort:created-desc ${noBots}`,
    ],
    [
      'Review requested',
      `is:pr is:open archived:false review-requested:@me sort:created-desc ${noBots}`,
    ],
    [
      'Changes requested',
      `is:pr is:open archived:false review:changes_requested -author:@me user:@me sort:created-desc ${noBots}`,
    ],
    [
      'Approved but not merged',
      `is:pr is:open archived:false review:approved draft:false user:@me sort:created-desc ${noBots}`,
    ],
    [
      'Stale',
      `is:issue is:open archived:false user:@me updated:<2026-03-03 sort:created-desc ${noBots}`,
    ],
  ])
})

test('sorts each section by the date since which its items wait', () => {
  const request = { bots: 'in', sort: 'waiting', owner: 'acme', label: 'help wanted' }
  expect(queriesOf(request).slice(0, 2)).toEqual([
    'is:issue is:open archived:false comments:0 -author:@me user:acme label:"help wanted" sort:created-asc',
    'is:pr is:open archived:false review-requested:@me user:acme label:"help wanted" sort:updated-asc',
  ])
  for (const { query, date } of createSections(parseInboxRequest(request).request, today)) {
    expect(query).toContain(date === 'createdAt' ? 'sort:created-asc' : 'sort:updated-asc')
  }
})

test('adds only the order to a section of the viewer’s own', () => {
  expect(queriesOf({ section: 'query', q: ['is:pr author:@me', 'is:issue'] })).toEqual([
    'is:pr author:@me sort:created-desc',
  ])
  expect(queriesOf({ q: 'is:pr sort:comments-desc' })[5]).toBe('is:pr sort:comments-desc')
})

test('shows one section, or all', () => {
  expect(queriesOf({ section: 'stale', q: 'is:pr' })).toHaveLength(1)
  expect(queriesOf({ q: ['is:pr', 'is:issue'] })).toHaveLength(7)
})

test('removes the exclusion of bots', () => {
  expect(withBots(`is:pr ${noBots}`)).toBe('is:pr')
})

test('links to the same search on GitHub', () => {
  expect(searchUrl('https://github.test', 'is:pr user:@me updated:<2026-03-03')).toBe(
    'https://github.test/pulls?q=is%3Apr%20user%3A%40me%20updated%3A%3C2026-03-03',
  )
  expect(searchUrl('https://github.test', 'is:issue a')).toBe(
    'https://github.test/issues?q=is%3Aissue%20a',
  )
})

test.each([
  ['is:issue label:"good first issue"', null],
  ['repo:acme/rocket type:pr', null],
  ['label:bug', 'no-kind'],
  ['is:issue label:"bug', 'open-quote'],
  [`is:issue ${'a'.repeat(250)}`, 'too-long'],
  ['is:pr a OR b OR c OR d OR e OR f OR g', 'too-many-operators'],
])('finds what is wrong with %s', (query, problem) => {
  expect(findQueryProblem(query)).toBe(problem)
})

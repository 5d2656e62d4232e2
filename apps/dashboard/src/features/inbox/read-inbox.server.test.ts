import type { ParsedUrlQuery } from 'node:querystring'
import { createGitHub, createPanel } from '@repo/github'
import { expect, test } from 'vitest'
import { readInbox } from './read-inbox.server.ts'

const today = new Date('2026-06-01T12:00:00Z')

const issue = {
  id: 1,
  number: 7,
  repository_url: 'https://api.github.test/repos/acme/rocket',
  user: { login: 'mona', type: 'User' },
}
const unknownNames =
  'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.'
const unknownUsers =
  'The listed users cannot be searched either because the users do not exist or you do not have permission to view the users.'

/** Reads an inbox from a GitHub that finds one issue, unless `respond` says otherwise. */
async function readFrom(
  query: ParsedUrlQuery,
  respond: (q: string, count: number) => Response | undefined = () => undefined,
) {
  const searches: string[] = []
  const github = createGitHub({
    baseUrl: 'https://api.github.test',
    viewerToken: 'gho_ann_0123456789',
    pause: async () => {},
    fetch: async (...request) => {
      const { pathname, searchParams } = new URL(new Request(...request).url)
      if (pathname === '/user') return Response.json({ login: 'ann' })
      const q = searchParams.get('q') ?? ''
      searches.push(`${q} page ${searchParams.get('page')}`)
      return respond(q, searches.length) ?? Response.json({ total_count: 1, items: [issue] })
    },
  })
  const inbox = await readInbox({ github, panel: createPanel(() => {}) }, query, today)
  return { inbox, searches, states: inbox.sections.map(({ items }) => items.state) }
}

function rejection(message: string): Response {
  const errors = [{ resource: 'Search', field: 'q', code: 'invalid', message }]
  return Response.json({ message: 'Validation Failed', errors }, { status: 422 })
}

test('searches once for each section, and for at most three of the viewer’s own', async () => {
  const q = ['is:pr a', 'is:pr b', 'is:pr c', 'is:pr d']
  const { inbox, searches } = await readFrom({ q })
  expect(searches).toHaveLength(8)
  expect(inbox.edited).toEqual({ query: 'is:pr d', problem: 'too-many' })
  expect(inbox.request.queries).toEqual(['is:pr a', 'is:pr b', 'is:pr c'])
})

test('searches only for the section that is shown, at its page', async () => {
  const { searches } = await readFrom({ section: 'review-requested', page: '2', bots: 'in' })
  expect(searches).toEqual([
    'is:pr is:open archived:false review-requested:@me sort:created-desc page 2',
  ])
})

test('does not search for an invalid owner or query', async () => {
  const { inbox, searches } = await readFrom({ owner: 'a b', q: 'is:pr' })
  expect(inbox.ownerProblem).toBe('invalid')
  expect(searches).toEqual([])
  const own = await readFrom({ section: 'query', q: 'label:bug' })
  expect(own.searches).toHaveLength(5)
  expect(own.inbox.edited).toEqual({ query: 'label:bug', problem: 'no-kind' })
})

test('reports each query that has a problem', async () => {
  const { inbox } = await readFrom({ q: ['label:bug', 'is:pr a', 'is:pr "b'] })
  expect(inbox.edited).toEqual({ query: 'label:bug', problem: 'no-kind' })
  expect(inbox.otherProblems).toEqual([{ query: 'is:pr "b', problem: 'open-quote' }])
  expect(inbox.request.queries).toEqual(['is:pr a'])
})

test('has no sections of an unknown owner, and says so at the field', async () => {
  const { inbox } = await readFrom({ owner: 'nobody' }, (q) =>
    q.includes('user:nobody') ? rejection(unknownNames) : undefined,
  )
  expect(inbox.ownerProblem).toBe('unknown')
  expect(inbox.sections).toEqual([])
})

test('puts a query that GitHub rejects into the form', async () => {
  const q = ['is:pr user:nobody', 'is:pr']
  const unknown = await readFrom({ q }, (text) =>
    text.includes('nobody') ? rejection(unknownNames) : undefined,
  )
  expect(unknown.inbox.edited).toEqual({ query: q[0], problem: 'unknown-name' })
  expect(unknown.inbox.sections).toHaveLength(6)

  const rejected = await readFrom({ q: 'is:pr updated:x' }, (text) =>
    text.includes('updated:x') ? rejection('"x" is not a recognized date') : undefined,
  )
  expect(rejected.inbox.edited).toEqual({ query: 'is:pr updated:x', problem: 'rejected' })
})

test('searches with bots at a GitHub that does not have these apps, and leaves their items out', async () => {
  const bot = { ...issue, id: 2, user: { login: 'tidy[bot]', type: 'Bot' } }
  const { inbox, searches } = await readFrom({ section: 'approved' }, (q) =>
    q.includes('author:app/')
      ? rejection(unknownUsers)
      : Response.json({ total_count: 2, items: [issue, bot] }),
  )
  expect(searches).toHaveLength(2)
  expect(inbox.sections[0]).toMatchObject({
    items: { state: 'ready', data: { total: 2, bots: 1, items: [{ id: 1 }] } },
  })
})

test('keeps what was read when the rate limit is reached, and says when the rest comes', async () => {
  const reset = Math.ceil(Date.now() / 1000) + 30
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }
  const { inbox, states } = await readFrom({}, (_, count) =>
    count > 2 ? Response.json({ message: 'rate limit' }, { status: 403, headers }) : undefined,
  )
  expect(states).toEqual(['ready', 'ready', 'rate-limited', 'rate-limited', 'rate-limited'])
  expect(inbox.sections[4]?.items).toEqual({
    state: 'rate-limited',
    until: new Date(reset * 1000).toISOString(),
  })
})

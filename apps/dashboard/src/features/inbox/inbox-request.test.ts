import { expect, test } from 'vitest'
import { inboxPath, inboxSectionPath } from './inbox-request.ts'
import { parseInboxRequest } from './parse-inbox-request.server.ts'

const defaults = { sort: 'newest', hasBots: false, isGrouped: false, page: 1, queries: [] }

test('selects the newest items of the viewer’s repositories, without bots', () => {
  expect(parseInboxRequest({})).toEqual({ request: defaults, isOwnerValid: true })
  expect(inboxPath(parseInboxRequest({}).request)).toBe('/me/inbox')
})

test('parses each parameter, and writes it again', () => {
  const query = {
    owner: ' @acme ',
    label: 'good "first" issue',
    sort: 'waiting',
    bots: 'in',
    group: 'repo',
    section: 'stale',
    page: '3',
    q: ['is:pr a', 'is:pr a', ' ', 'is:issue b'],
    edit: 'is:issue c',
  }
  const { request } = parseInboxRequest(query)
  expect(request).toEqual({
    owner: 'acme',
    label: 'good first issue',
    sort: 'waiting',
    hasBots: true,
    isGrouped: true,
    section: 'stale',
    page: 3,
    queries: ['is:pr a', 'is:issue b'],
    edited: 'is:issue c',
  })
  const path = inboxPath(request)
  expect(path).toBe(
    '/me/inbox?owner=acme&label=good+first+issue&sort=waiting&bots=in&group=repo&section=stale' +
      '&q=is%3Apr+a&q=is%3Aissue+b&edit=is%3Aissue+c&page=3',
  )
})

test('ignores values that it does not know', () => {
  const query = {
    sort: 'best',
    bots: 'out',
    group: 'label',
    section: 'all',
    page: '2',
    owner: '@me',
  }
  expect(parseInboxRequest(query).request).toEqual(defaults)
  expect(parseInboxRequest({ section: 'query' }).request).toEqual(defaults)
})

test('rejects an owner whom GitHub cannot have', () => {
  expect(parseInboxRequest({ owner: 'a b' })).toEqual({
    request: { ...defaults, owner: 'a b' },
    isOwnerValid: false,
  })
})

test('does not repeat the query that is edited', () => {
  const { request } = parseInboxRequest({ q: ['is:pr a', 'is:pr b'], edit: 'is:pr a' })
  expect(request.queries).toEqual(['is:pr b'])
})

test('shows a section from its first page, with the same filters', () => {
  const { request } = parseInboxRequest({ owner: 'acme', section: 'stale', page: '3', q: 'is:pr' })
  expect(inboxSectionPath(request, 'approved')).toBe(
    '/me/inbox?owner=acme&section=approved&q=is%3Apr',
  )
  expect(inboxSectionPath(request, undefined, [])).toBe('/me/inbox?owner=acme')
})

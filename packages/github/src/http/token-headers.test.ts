import { expect, test } from 'vitest'
import { parseTokenHeaders } from './token-headers.ts'

const SCOPES = 'x-oauth-scopes'
const EXPIRATION = 'github-authentication-token-expiration'

test.each([
  [{ [SCOPES]: 'repo, read:org' }, { scopes: ['repo', 'read:org'], expiresAt: null }],
  [{ [SCOPES]: '' }, { scopes: [], expiresAt: null }],
  [
    { [SCOPES]: 'gist', [EXPIRATION]: '2026-12-05 14:00:00 UTC' },
    { scopes: ['gist'], expiresAt: '2026-12-05T14:00:00.000Z' },
  ],
  [
    { [EXPIRATION]: '2026-12-05 14:00:00 +0230' },
    { scopes: null, expiresAt: '2026-12-05T11:30:00.000Z' },
  ],
])('parses %o', (headers, grant) => {
  expect(parseTokenHeaders(headers)).toEqual(grant)
})

test('reports nothing without a header, and drops what is not as documented', () => {
  expect(parseTokenHeaders({ etag: '"a"' })).toBe(undefined)
  expect(parseTokenHeaders({ [SCOPES]: 'repo, <b>, , a b', [EXPIRATION]: 'in five days' })).toEqual(
    { scopes: ['repo'], expiresAt: null },
  )
  expect(parseTokenHeaders({ [EXPIRATION]: '2026-13-45 14:00:00 UTC' })?.expiresAt).toBe(null)
})

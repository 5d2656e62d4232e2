import { expect, test } from 'vitest'
import { withoutPrivateRepos } from './without-private-repos.ts'

const open = { full_name: 'acme/rocket', private: false, visibility: 'public' }

test.each([[open], [{ full_name: 'acme/rocket' }], [{ ...open, private: null }], [null], ['text']])(
  'returns the body %o',
  (body) => {
    expect(withoutPrivateRepos(body)).toBe(body)
  },
)

test.each([
  [{ private: true }],
  [{ private: 'true' }],
  [{ private: 1 }],
  [{ private: {} }],
  [{ visibility: 'private' }],
  [{ visibility: 'internal' }],
  [{ private: false, visibility: 'PRIVATE' }],
])('returns no repository with %o', (fields) => {
  const hidden = { ...open, ...fields }
  expect(withoutPrivateRepos(hidden)).toBe(undefined)
  expect(withoutPrivateRepos([open, hidden, null])).toEqual([open, null])
  expect(withoutPrivateRepos({ total_count: 2, items: [hidden, open] })).toEqual({
    total_count: 1,
    items: [open],
  })
})

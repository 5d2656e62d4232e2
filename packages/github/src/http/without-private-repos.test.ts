import { expect, test } from 'vitest'
import { withoutPrivateRepos } from './without-private-repos.ts'

const open = { full_name: 'acme/rocket', private: false, visibility: 'public' }
const eitherWay = [{ hasToken: true }, { hasToken: false }]

test.each([
  [open],
  [{ full_name: 'acme/rocket', private: false }],
  [{ full_name: 'acme/rocket', visibility: 'public' }],
  [{ full_name: 'acme/rocket', private: null, visibility: 'public' }],
  [{ full_name: 'acme/rocket', private: false, visibility: null }],
  [{ login: 'acme', type: 'Organization' }],
  [[{ number: 1 }]],
  [{ total_count: 1, items: [{ number: 1 }] }],
  [null],
  ['text'],
])('returns the body %o', (body) => {
  for (const options of eitherWay) expect(withoutPrivateRepos(body, options)).toEqual(body)
})

test.each([
  [{ private: true }],
  [{ private: 'true' }],
  [{ private: 1 }],
  [{ private: {} }],
  [{ private: undefined, visibility: 'private' }],
  [{ private: null, visibility: 'internal' }],
  [{ visibility: 'private' }],
  [{ visibility: 'internal' }],
  [{ private: false, visibility: 'PRIVATE' }],
])('returns no repository with %o', (fields) => {
  const hidden = { ...open, ...fields }
  for (const options of eitherWay) {
    expect(withoutPrivateRepos(hidden, options)).toBe(undefined)
    expect(withoutPrivateRepos([open, hidden, null], options)).toEqual([open, null])
    expect(withoutPrivateRepos({ total_count: 2, items: [hidden, open] }, options)).toEqual({
      total_count: 1,
      items: [open],
    })
  }
})

test.each([
  [{}],
  [{ private: null }],
  [{ private: undefined, visibility: null }],
  [{ visibility: 'open' }],
  [{ visibility: 'PUBLIC' }],
])('returns a repository with %o only if requests are sent without a token', (fields) => {
  const unknown = { full_name: 'acme/rocket', ...fields }
  expect(withoutPrivateRepos(unknown, { hasToken: false })).toBe(unknown)
  expect(withoutPrivateRepos(unknown, { hasToken: true })).toBe(undefined)
  expect(withoutPrivateRepos([open, unknown, null], { hasToken: true })).toEqual([open, null])
})

import { pathToRegexp } from 'path-to-regexp'
import { expect, test } from 'vitest'
import { headerRules } from './header-rules.ts'

const headers = [
  {
    key: 'Cache-Control',
    value: 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  },
  { key: 'CDN-Cache-Control', value: 'max-age=60, stale-while-revalidate=600' },
]

test('returns a rule for a page and one for its data', () => {
  expect(
    headerRules(
      { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 },
      '/repos/[owner]/[repo]',
    ),
  ).toEqual([
    { source: '/repos/:owner/:repo', headers },
    { source: '/_next/data/:build/repos/:owner/:repo.json', headers },
  ])
})

const pages = [
  {
    page: '/',
    matched: ['/', '/_next/data/b1/index.json'],
    unmatched: ['/index', '/a', '/_next/data/b1/a.json', '/_next/data/b1/index/a.json'],
  },
  {
    page: '/index/old',
    matched: ['/index/old', '/_next/data/b1/index/index/old.json'],
    unmatched: ['/old', '/_next/data/b1/index/old.json'],
  },
  {
    page: '/learn/runtime/edge',
    matched: [
      '/learn/runtime/edge',
      '/learn/runtime/edge/',
      '/_next/data/b1/learn/runtime/edge.json',
    ],
    unmatched: [
      '/learn/runtime',
      '/learn/runtime/edge/x',
      '/_next/data/b1/learn/runtime/edgexjson',
    ],
  },
  {
    page: '/repos/[owner]/[repo-name]',
    matched: [
      '/repos/vercel/next.js',
      '/_next/data/b1/repos/vercel/next.js.json',
      '/_next/data/a-b_c/repos/a/.json.json',
    ],
    unmatched: ['/repos/vercel', '/repos/a/b/c', '/_next/data/b1/repos/a/b/c.json', '/repos//b'],
  },
  {
    page: '/docs/[...path]',
    matched: [
      '/docs/a',
      '/docs/a/b.c',
      '/_next/data/b1/docs/a.json',
      '/_next/data/b1/docs/a/b.json',
    ],
    unmatched: ['/docs', '/_next/data/b1/docs.json', '/docsy/a'],
  },
  {
    page: '/docs/[[...path]]',
    matched: ['/docs', '/docs/a/b', '/_next/data/b1/docs.json', '/_next/data/b1/docs/a/b.json'],
    unmatched: ['/docsy', '/_next/data/b1/other.json'],
  },
  {
    page: '/c++ (a:b)*?',
    matched: ['/c++ (a:b)*?', '/_next/data/b1/c++ (a:b)*?.json'],
    unmatched: ['/c', '/ccc ab', '/c++ (axy)'],
  },
]

// Uses the path-to-regexp version and options of Next.
test.each(pages)('matches only $page and its data', ({ page, matched, unmatched }) => {
  const rules = headerRules({ scope: 'private' }, page)
  const matchers = rules.map(({ source }) => pathToRegexp(source, [], { strict: false }))
  const isMatched = (path: string) => matchers.some((matcher) => matcher.test(path))

  expect(matched.filter((path) => !isMatched(path))).toEqual([])
  expect(unmatched.filter(isMatched)).toEqual([])
})

test('forbids caches from storing a private page', () => {
  expect(headerRules({ scope: 'private' }, '/me')).toEqual([
    { source: '/me', headers: [{ key: 'Cache-Control', value: 'private, no-store' }] },
    {
      source: '/_next/data/:build/me.json',
      headers: [{ key: 'Cache-Control', value: 'private, no-store' }],
    },
  ])
})

test('rejects a route without a leading slash', () => {
  expect(() => headerRules({ scope: 'private' }, 'me')).toThrow(
    new TypeError('a page\'s route must start with a slash, not "me"'),
  )
})

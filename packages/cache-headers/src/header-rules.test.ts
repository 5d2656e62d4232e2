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

test('gives one rule for a page and one for its data', () => {
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

// The page, and each with what its rules reach and what they leave alone.
const pages = [
  {
    page: '/',
    reached: ['/', '/_next/data/b1/index.json'],
    left: ['/index', '/a', '/_next/data/b1/a.json', '/_next/data/b1/index/a.json'],
  },
  {
    page: '/index/old',
    reached: ['/index/old', '/_next/data/b1/index/index/old.json'],
    left: ['/old', '/_next/data/b1/index/old.json'],
  },
  {
    page: '/learn/runtime/edge',
    reached: [
      '/learn/runtime/edge',
      '/learn/runtime/edge/',
      '/_next/data/b1/learn/runtime/edge.json',
    ],
    left: ['/learn/runtime', '/learn/runtime/edge/x', '/_next/data/b1/learn/runtime/edgexjson'],
  },
  {
    page: '/repos/[owner]/[repo-name]',
    reached: [
      '/repos/vercel/next.js',
      '/_next/data/b1/repos/vercel/next.js.json',
      '/_next/data/a-b_c/repos/a/.json.json',
    ],
    left: ['/repos/vercel', '/repos/a/b/c', '/_next/data/b1/repos/a/b/c.json', '/repos//b'],
  },
  {
    page: '/docs/[...path]',
    reached: [
      '/docs/a',
      '/docs/a/b.c',
      '/_next/data/b1/docs/a.json',
      '/_next/data/b1/docs/a/b.json',
    ],
    left: ['/docs', '/_next/data/b1/docs.json', '/docsy/a'],
  },
  {
    page: '/docs/[[...path]]',
    reached: ['/docs', '/docs/a/b', '/_next/data/b1/docs.json', '/_next/data/b1/docs/a/b.json'],
    left: ['/docsy', '/_next/data/b1/other.json'],
  },
  {
    page: '/c++ (a:b)*?',
    reached: ['/c++ (a:b)*?', '/_next/data/b1/c++ (a:b)*?.json'],
    left: ['/c', '/ccc ab', '/c++ (axy)'],
  },
]

// The version of path-to-regexp that Next carries, with Next's options.
test.each(pages)('reaches $page and its data, and nothing else', ({ page, reached, left }) => {
  const rules = headerRules({ scope: 'private' }, page)
  const matchers = rules.map(({ source }) => pathToRegexp(source, [], { strict: false }))
  const isReached = (path: string) => matchers.some((matcher) => matcher.test(path))

  expect(reached.filter((path) => !isReached(path))).toEqual([])
  expect(left.filter(isReached)).toEqual([])
})

test('has nobody keep a page of one viewer', () => {
  expect(headerRules({ scope: 'private' }, '/me')).toEqual([
    { source: '/me', headers: [{ key: 'Cache-Control', value: 'private, no-store' }] },
    {
      source: '/_next/data/:build/me.json',
      headers: [{ key: 'Cache-Control', value: 'private, no-store' }],
    },
  ])
})

test('refuses what is no path of a page', () => {
  expect(() => headerRules({ scope: 'private' }, 'me')).toThrow(
    new TypeError('a page\'s path begins with a slash, unlike "me"'),
  )
})

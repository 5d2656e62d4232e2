import { expect, test } from 'vitest'
import { runCommand } from './command.ts'
import { buildFiles, createProject } from './test-project.ts'

const edgePage = `import { Page } from '../page'

export const config = { runtime: 'experimental-edge' }

export default Page
`
const nodePage = "export const config = { runtime: 'nodejs', maxDuration: 10 }\n"

const cacheControl = [{ key: 'Cache-Control', value: 'public, s-maxage=5' }]
const defaultRule = { source: '/:path*', regex: '^(?:/(.*))?$', headers: cacheControl }
const pageRule = { source: '/a', regex: '^/a(?:/)?$', headers: cacheControl }
const dataRule = {
  source: '/_next/data/:build/a.json',
  regex: '^/_next/data(?:/([^/]+?))/a\\.json(?:/)?$',
  headers: cacheControl,
}

function runWithRules(headers: object[]) {
  const build = buildFiles(['/a'], { edge: ['/a'], headers })
  return runCommand([createProject({ 'pages/a.tsx': edgePage, ...build })])
}

const insufficient = [
  { rules: 'no rules', headers: [], missing: 'its path and its data path' },
  { rules: 'a rule for all paths', headers: [defaultRule], missing: 'its path and its data path' },
  { rules: 'a rule for its path only', headers: [defaultRule, pageRule], missing: 'its data path' },
  { rules: 'a rule for its data only', headers: [defaultRule, dataRule], missing: 'its path' },
  {
    rules: 'rules that a later rule for all paths overrides',
    headers: [pageRule, dataRule, defaultRule],
    missing: 'its path and its data path',
  },
  {
    rules: 'a conditional rule',
    headers: [{ ...pageRule, has: [{ type: 'header', key: 'a' }] }, dataRule],
    missing: 'its path',
  },
  {
    rules: 'a rule for another header',
    headers: [pageRule, { ...dataRule, headers: [{ key: 'X-Other', value: 'a' }] }],
    missing: 'its data path',
  },
]

for (const { rules, headers, missing } of insufficient) {
  test(`reports an edge page with ${rules}`, () => {
    expect(runWithRules(headers)).toEqual({
      lines: [
        `pages/a.tsx:3 edge page has no Cache-Control rule of its own for ${missing}\n` +
          '  Suggestion: add rules for both paths to headers() in next.config; an edge page cannot set headers',
      ],
      exitCode: 1,
    })
  })
}

test('accepts an edge page with rules for its path and its data path', () => {
  expect(runWithRules([defaultRule, pageRule, dataRule])).toEqual({
    lines: [
      'Route  Requested          Runtime  Seconds  Cache-Control set by\n' +
        '/a     experimental-edge  edge     -        rule',
    ],
    exitCode: 0,
  })
})

test('reports a page built for another runtime than it requests', () => {
  const sources = { 'src/pages/a.tsx': nodePage, 'src/pages/b.tsx': edgePage }
  const build = buildFiles(['/a', '/b'], {
    edge: ['/a'],
    headers: [defaultRule, pageRule, dataRule],
  })

  expect(runCommand([createProject({ ...sources, ...build })])).toEqual({
    lines: [
      "src/pages/a.tsx:1 page requests 'nodejs' but the build has edge\n" +
        '  Suggestion: run next build again; if this persists, this version of Next reads config differently',
      "src/pages/b.tsx:3 page requests 'experimental-edge' but the build has nodejs\n" +
        '  Suggestion: run next build again; if this persists, this version of Next reads config differently',
    ],
    exitCode: 1,
  })
})

test('reports a page built with another maxDuration than it requests', () => {
  const build = buildFiles(['/a'], { durations: { '/a': 60 } })

  expect(runCommand([createProject({ 'pages/a.tsx': nodePage, ...build })])).toEqual({
    lines: [
      'pages/a.tsx:1 page requests maxDuration 10 but the build has 60\n' +
        '  Suggestion: run next build again; if this persists, this version of Next reads config differently',
    ],
    exitCode: 1,
  })
})

test('reports a page that is newer than the build', () => {
  const sources = { 'pages/a.tsx': '\n', 'pages/new/index.tsx': nodePage }

  expect(runCommand([createProject({ ...sources, ...buildFiles(['/a']) })])).toEqual({
    lines: [
      'pages/new/index.tsx:1 the build has no /new: the page is newer than the build\n' +
        '  Suggestion: run next build again',
    ],
    exitCode: 1,
  })
})

test('reports a missing build and missing pages', () => {
  const unbuilt = createProject({ 'pages/a.tsx': nodePage })
  const empty = createProject({ 'app/page.tsx': '\n', ...buildFiles([]) })

  expect(runCommand([unbuilt])).toEqual({
    lines: [`No build in ${unbuilt}/.next: run next build first`],
    exitCode: 1,
  })
  expect(runCommand([empty])).toEqual({
    lines: [`No pages in ${empty}: looked for pages and src/pages`],
    exitCode: 1,
  })
})

test('rejects an unknown option', () => {
  expect(runCommand(['--fix'])).toEqual({
    lines: [expect.stringContaining("Unknown option '--fix'")],
    exitCode: 1,
  })
})

import { expect, test } from 'vitest'
import { pageRuntime } from './command.ts'
import { buildOf, project } from './test-support.ts'

const edgePage = `import { Page } from '../page'

export const config = { runtime: 'experimental-edge' }

export default Page
`
const nodePage = "export const config = { runtime: 'nodejs', maxDuration: 10 }\n"

const cacheControl = [{ key: 'Cache-Control', value: 'public, s-maxage=5' }]
const floor = { source: '/:path*', regex: '^(?:/(.*))?$', headers: cacheControl }
const forPage = { source: '/a', regex: '^/a(?:/)?$', headers: cacheControl }
const forData = {
  source: '/_next/data/:build/a.json',
  regex: '^/_next/data(?:/([^/]+?))/a\\.json(?:/)?$',
  headers: cacheControl,
}

/** What the command says of an edge page that is built with these rules. */
function toldWith(headers: object[]) {
  const build = buildOf(['/a'], { edge: ['/a'], headers })
  return pageRuntime([project({ 'pages/a.tsx': edgePage, ...build })])
}

const ruleless = [
  { rules: 'no rules', headers: [], lacking: 'its path and its data path' },
  { rules: 'a rule for all paths', headers: [floor], lacking: 'its path and its data path' },
  { rules: 'a rule for its path alone', headers: [floor, forPage], lacking: 'its data path' },
  { rules: 'a rule for its data alone', headers: [floor, forData], lacking: 'its path' },
  {
    rules: 'rules that a later one for all paths takes back',
    headers: [forPage, forData, floor],
    lacking: 'its path and its data path',
  },
  {
    rules: 'a rule with a condition',
    headers: [{ ...forPage, has: [{ type: 'header', key: 'a' }] }, forData],
    lacking: 'its path',
  },
  {
    rules: 'a rule for another header',
    headers: [forPage, { ...forData, headers: [{ key: 'X-Other', value: 'a' }] }],
    lacking: 'its data path',
  },
]

for (const { rules, headers, lacking } of ruleless) {
  test(`refuses an edge page with ${rules}`, () => {
    expect(toldWith(headers)).toEqual({
      lines: [
        `pages/a.tsx:3 an edge page has no Cache-Control rule of its own for ${lacking}\n` +
          '  Way out: add rules for both to headers() in next.config: an edge page cannot set headers',
      ],
      code: 1,
    })
  })
}

test('is content with an edge page that has rules for its path and its data path', () => {
  expect(toldWith([floor, forPage, forData])).toEqual({
    lines: [
      'Route  Asked              Runtime  Seconds  Cache header from\n' +
        '/a     experimental-edge  edge     -        rule',
    ],
    code: 0,
  })
})

test('refuses a page that got another runtime than it asked for', () => {
  const sources = { 'src/pages/a.tsx': nodePage, 'src/pages/b.tsx': edgePage }
  const build = buildOf(['/a', '/b'], { edge: ['/a'], headers: [floor, forPage, forData] })

  expect(pageRuntime([project({ ...sources, ...build })])).toEqual({
    lines: [
      "src/pages/a.tsx:1 the page asks for 'nodejs' and got edge\n" +
        '  Way out: run next build again; if it stays so, this Next reads config otherwise',
      "src/pages/b.tsx:3 the page asks for 'experimental-edge' and got nodejs\n" +
        '  Way out: run next build again; if it stays so, this Next reads config otherwise',
    ],
    code: 1,
  })
})

test('refuses a page that got another duration than it asked for', () => {
  const build = buildOf(['/a'], { durations: { '/a': 60 } })

  expect(pageRuntime([project({ 'pages/a.tsx': nodePage, ...build })])).toEqual({
    lines: [
      'pages/a.tsx:1 the page asks for a maxDuration of 10 and got 60\n' +
        '  Way out: run next build again; if it stays so, this Next reads config otherwise',
    ],
    code: 1,
  })
})

test('refuses a build that is older than a page', () => {
  const sources = { 'pages/a.tsx': '\n', 'pages/new/index.tsx': nodePage }

  expect(pageRuntime([project({ ...sources, ...buildOf(['/a']) })])).toEqual({
    lines: [
      'pages/new/index.tsx:1 the build has no /new: it is older than the page\n' +
        '  Way out: run next build again',
    ],
    code: 1,
  })
})

test('says in a line that there is no build, or that there are no pages', () => {
  const unbuilt = project({ 'pages/a.tsx': nodePage })
  const empty = project({ 'app/page.tsx': '\n', ...buildOf([]) })

  expect(pageRuntime([unbuilt])).toEqual({
    lines: [`No build in ${unbuilt}/.next: run next build first`],
    code: 1,
  })
  expect(pageRuntime([empty])).toEqual({
    lines: [`No pages in ${empty}: looked for pages and src/pages`],
    code: 1,
  })
})

test('refuses an option that it does not know', () => {
  expect(pageRuntime(['--fix'])).toEqual({
    lines: [expect.stringContaining("Unknown option '--fix'")],
    code: 1,
  })
})

import { expect, test } from 'vitest'
import { inspectSources } from './index.ts'
import { project, toldOf } from './test-support.ts'

/** A page with a config. */
function page(config: string, getServerSideProps = 'async () => ({ props: {} })'): string {
  return `import { shared } from './shared'

export const config = ${config}

export const getServerSideProps = ${getServerSideProps}

export default function Page() {
  return null
}
`
}

const right = {
  'a page without config': 'export default function Page() {\n  return null\n}\n',
  'a literal': page("{ runtime: 'nodejs', maxDuration: 10 }"),
  'a literal as const': page("{ runtime: 'nodejs' } as const"),
  'a literal that satisfies a type': page("{ 'runtime': `nodejs` } satisfies NodePage"),
  'settings that are exports of their own': "export const runtime = 'nodejs'\n",
  'an edge page that gives props': page(
    "{ runtime: 'experimental-edge' }",
    `async ({ query }) => {
      const res = await fetch('http://example.test')
      const data = await res.json()
      return { props: { redirect: data, notFound: query.a } }
    }`,
  ),
  'a page on Node.js that does all that an edge page cannot': page(
    "{ runtime: 'nodejs' }",
    'async ({ res }) => res.headersSent ? { notFound: true } : { redirect: {} }',
  ),
}

for (const [name, source] of Object.entries(right)) {
  test(`has nothing to say of ${name}`, () => {
    expect(toldOf(source)).toEqual({ lines: [], code: 0 })
  })
}

test('refuses edge on a page', () => {
  const told = {
    lines: [
      "pages/a.tsx:3 a page asks for 'edge', which next dev accepts and next build refuses\n" +
        "  Way out: ask for 'nodejs'; 'edge' is for API routes",
    ],
    code: 1,
  }

  expect(toldOf(page("{ maxDuration: 5, runtime: 'edge' }"))).toEqual(told)
  expect(toldOf("// on the edge\n\nexport const runtime = 'edge'\n")).toEqual(told)
})

test('names the line on which a config says its runtime', () => {
  const { lines } = toldOf(page("{\n  maxDuration: 5,\n  runtime: 'edge',\n}"))

  expect(lines).toEqual([expect.stringMatching(/^pages\/a\.tsx:5 /)])
})

test('lets an API route have edge', () => {
  const source = "export const config = { runtime: 'edge' }\n"

  expect(toldOf(source, 'src/pages/api/near.ts')).toEqual({ lines: [], code: 0 })
})

const unread = {
  'a call': [page("withDefaults({ runtime: 'nodejs' })"), 3],
  'the name shared': [page('shared'), 3],
  'the name NODE': [page('{\n  runtime: NODE,\n}'), 4],
  'a spread': [page("{\n  maxDuration: 10,\n  ...shared,\n  runtime: 'nodejs',\n}"), 5],
  'a spread in a list': [page("{ runtime: 'nodejs', env: [...shared] }"), 3],
  'a template with an expression': [page(`{ runtime: \`node\${js}\` }`), 3],
  'an expression': [page('{ maxDuration: 2 * 5 }'), 3],
  'a key that is not written out': [page("{\n  ['run' + 'time']: 'nodejs' }"), 4],
  "a re-export from './shared'": [
    "export { a } from './a'\nexport { config } from './shared'\n",
    2,
  ],
  'an export by name': ["const config = { runtime: 'nodejs' }\nexport { config }\n", 2],
  'a let': ["export let config = { runtime: 'edge' }\n", 1],
} as const

for (const [name, [source, line]] of Object.entries(unread)) {
  const what = name.replace(' in a list', '')
  test(`refuses a config that is ${name}`, () => {
    expect(toldOf(source)).toEqual({
      lines: [
        `pages/a.tsx:${line} config is ${what}, which Next cannot read: it runs nothing to read it\n` +
          "  Way out: write it out in this file: export const config = { runtime: 'nodejs' }",
      ],
      code: 1,
    })
  })
}

const lost = {
  'takes res from its context': ['async ({ res }) => ({ props: {} })', [[5, 'uses res']]],
  'uses the res of its context': [
    "async (context) => {\n  context.res.setHeader('A', 'b')\n  return { props: {} }\n}",
    [[6, 'uses res']],
  ],
  'takes res out of its context': [
    'async (context) => {\n  const { req, res } = context\n  return { props: {} }\n}',
    [[6, 'uses res']],
  ],
  'may return notFound': [
    'async ({ params }) =>\n  params ? { props: {} } : { notFound: true }',
    [[6, 'returns notFound']],
  ],
  'may return redirect': [
    'async ({ params }) => (params ? ({ redirect: { ...home } }) : { props: {} })',
    [[5, 'returns redirect']],
  ],
  'may return notFound and redirect': [
    `async ({ query }) => {
  if (query.a) return { notFound: true as const }
  if (query.b) {
    return {
      redirect: { destination: '/', permanent: false },
    } satisfies Result
  }
  return { props: {} }
}`,
    [
      [6, 'returns notFound'],
      [9, 'returns redirect'],
    ],
  ],
} as const

for (const [what, [getServerSideProps, places]] of Object.entries(lost)) {
  test(`refuses an edge page that ${what}`, () => {
    expect(toldOf(page("{ runtime: 'experimental-edge' }", getServerSideProps))).toEqual({
      lines: places.map(
        ([line, does]) =>
          `pages/a.tsx:${line} an edge page ${does}, which Next throws away on the Edge Runtime\n` +
          "  Way out: ask for 'nodejs', where status, headers, notFound and redirect work",
      ),
      code: 1,
    })
  })
}

test('says where a page is no code', () => {
  expect(toldOf('export default function Page() {\n  return <p>\n}\n')).toEqual({
    lines: [expect.stringMatching(/^pages\/a\.tsx:\d /)],
    code: 1,
  })
})

const setters = {
  "res.setHeader('Cache-Control', 'public')": 'page',
  "res.setHeader('cache-control', 'public'); res.setHeader('X-Other', 'a')": 'page',
  'setCacheHeaders(res, policy)': 'page',
  'cache.setCacheControl(res)': 'page',
  "res.writeHead(200, { 'Cache-Control': 'public' })": 'page',
  "res.setHeader('X-Other', 'a')": 'rule for all',
  'sendAll(res, rows)': 'helper',
  'sendAll(rows)': 'rule for all',
} as const

for (const [code, from] of Object.entries(setters)) {
  test(`tells that after ${code} the cache header is from the ${from}`, () => {
    const source = page("{ runtime: 'nodejs' }", `async ({ res }) => {\n  ${code}\n}`)
    const rules = [{ source: '/:path*', headers: [{ key: 'cache-control', value: 'no-store' }] }]
    const { pages } = inspectSources(project({ 'pages/a.tsx': source }), { rules })

    expect(pages[0]?.cacheHeaderFrom).toBe(from)
  })
}

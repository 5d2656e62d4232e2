import { expect, test } from 'vitest'
import { inspectSources } from './inspect.ts'
import { createProject, runOnSource } from './test-project.ts'

function page(config: string, getServerSideProps = 'async () => ({ props: {} })'): string {
  return `import { shared } from './shared'

export const config = ${config}

export const getServerSideProps = ${getServerSideProps}

export default function Page() {
  return null
}
`
}

const valid = {
  'a page without config': 'export default function Page() {\n  return null\n}\n',
  'a literal': page("{ runtime: 'nodejs', maxDuration: 10 }"),
  'a literal as const': page("{ runtime: 'nodejs' } as const"),
  'a literal that satisfies a type': page("{ 'runtime': `nodejs` } satisfies NodePage"),
  'settings as separate exports': "export const runtime = 'nodejs'\n",
  'an edge page that returns props': page(
    "{ runtime: 'experimental-edge' }",
    `async ({ query }) => {
      const res = await fetch('http://example.test')
      const data = await res.json()
      return { props: { redirect: data, notFound: query.a } }
    }`,
  ),
  'a Node.js page that does what an edge page cannot': page(
    "{ runtime: 'nodejs' }",
    'async ({ res }) => res.headersSent ? { notFound: true } : { redirect: {} }',
  ),
}

for (const [name, source] of Object.entries(valid)) {
  test(`accepts ${name}`, () => {
    expect(runOnSource(source)).toEqual({ lines: [], exitCode: 0 })
  })
}

test('reports edge on a page', () => {
  const expected = {
    lines: [
      "pages/a.tsx:3 page requests 'edge', which next dev accepts but next build rejects\n" +
        "  Suggestion: use 'nodejs'; 'edge' is only for API routes",
    ],
    exitCode: 1,
  }

  expect(runOnSource(page("{ maxDuration: 5, runtime: 'edge' }"))).toEqual(expected)
  expect(runOnSource("// A comment\n\nexport const runtime = 'edge'\n")).toEqual(expected)
})

test('points at the line of the runtime in a config', () => {
  const { lines } = runOnSource(page("{\n  maxDuration: 5,\n  runtime: 'edge',\n}"))

  expect(lines).toEqual([expect.stringMatching(/^pages\/a\.tsx:5 /)])
})

test('accepts edge on an API route', () => {
  const source = "export const config = { runtime: 'edge' }\n"

  expect(runOnSource(source, 'src/pages/api/near.ts')).toEqual({ lines: [], exitCode: 0 })
})

const unreadable = {
  'a call': [page("withDefaults({ runtime: 'nodejs' })"), 3],
  'the variable shared': [page('shared'), 3],
  'the variable NODE': [page('{\n  runtime: NODE,\n}'), 4],
  'a spread': [page("{\n  maxDuration: 10,\n  ...shared,\n  runtime: 'nodejs',\n}"), 5],
  'a spread in a list': [page("{ runtime: 'nodejs', env: [...shared] }"), 3],
  'a template with an expression': [page(`{ runtime: \`node\${js}\` }`), 3],
  'an expression': [page('{ maxDuration: 2 * 5 }'), 3],
  'a computed or shorthand property': [page("{\n  ['run' + 'time']: 'nodejs' }"), 4],
  "a re-export from './shared'": [
    "export { a } from './a'\nexport { config } from './shared'\n",
    2,
  ],
  'a separate export statement': ["const config = { runtime: 'nodejs' }\nexport { config }\n", 2],
  'a let declaration': ["export let config = { runtime: 'edge' }\n", 1],
} as const

for (const [name, [source, line]] of Object.entries(unreadable)) {
  const description = name.replace(' in a list', '')
  test(`reports a config that is ${name}`, () => {
    expect(runOnSource(source)).toEqual({
      lines: [
        `pages/a.tsx:${line} config is ${description}; Next reads config without running code\n` +
          "  Suggestion: write a literal in this file: export const config = { runtime: 'nodejs' }",
      ],
      exitCode: 1,
    })
  })
}

const unsupported = {
  'takes res from its context': ['async ({ res }) => ({ props: {} })', [[5, 'uses res']]],
  'uses the res of its context': [
    "async (context) => {\n  context.res.setHeader('A', 'b')\n  return { props: {} }\n}",
    [[6, 'uses res']],
  ],
  'destructures res from its context': [
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

for (const [behavior, [getServerSideProps, occurrences]] of Object.entries(unsupported)) {
  test(`reports an edge page that ${behavior}`, () => {
    expect(runOnSource(page("{ runtime: 'experimental-edge' }", getServerSideProps))).toEqual({
      lines: occurrences.map(
        ([line, description]) =>
          `pages/a.tsx:${line} edge page ${description}, which the Edge Runtime does not support\n` +
          "  Suggestion: use 'nodejs', which supports status, headers, notFound and redirect",
      ),
      exitCode: 1,
    })
  })
}

test('reports the line of a syntax error', () => {
  expect(runOnSource('export default function Page() {\n  return <p>\n}\n')).toEqual({
    lines: [expect.stringMatching(/^pages\/a\.tsx:\d /)],
    exitCode: 1,
  })
})

const setters = {
  "res.setHeader('Cache-Control', 'public')": 'page',
  "res.setHeader('cache-control', 'public'); res.setHeader('X-Other', 'a')": 'page',
  'setCacheHeaders(res, policy)': 'page',
  'cache.setCacheControl(res)': 'page',
  "res.writeHead(200, { 'Cache-Control': 'public' })": 'page',
  "res.setHeader('X-Other', 'a')": 'default rule',
  'sendAll(res, rows)': 'helper',
  'sendAll(rows)': 'default rule',
} as const

for (const [code, source] of Object.entries(setters)) {
  test(`finds that Cache-Control after ${code} is set by the ${source}`, () => {
    const text = page("{ runtime: 'nodejs' }", `async ({ res }) => {\n  ${code}\n}`)
    const rules = [{ source: '/:path*', headers: [{ key: 'cache-control', value: 'no-store' }] }]
    const { pages } = inspectSources(createProject({ 'pages/a.tsx': text }), { rules })

    expect(pages[0]?.cacheControlSource).toBe(source)
  })
}

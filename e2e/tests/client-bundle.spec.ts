import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, createTemporaryApplication } from '../support/temporary-application.ts'
import { expect, test } from '../support/test.ts'

const root = join(import.meta.dirname, '../..')
const dashboard = join(root, 'apps/dashboard')
const folder = join(dashboard, '.next/static')
let scripts: { path: string; code: string }[]
let emptyApplication: string

// In one worker, because each worker builds the empty application.
test.describe.configure({ mode: 'default' })

test.beforeAll(() => {
  scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => ({ path, code: readFileSync(join(folder, path), 'utf8') }))
  // As deep as the dashboard, because the size of webpack's module ids depends on relative paths.
  emptyApplication = createTemporaryApplication('empty-application', [], join(root, 'e2e'))
  build(emptyApplication)
})

test.afterAll(() => rmSync(emptyApplication, { recursive: true, force: true }))

function readManifest(application: string): { pages: Record<string, string[]> } {
  return JSON.parse(readFileSync(join(application, '.next/build-manifest.json'), 'utf8'))
}

// For each, a string that survives minification, and a file that contains it.
const serverOnly = {
  'getServerSideProps of a page': {
    marker: 'This lesson throws in getServerSideProps on purpose',
    source: 'apps/dashboard/src/pages/learn/errors/thrown.tsx',
  },
  'the GitHub client': {
    marker: 'subscribers_count',
    source: 'packages/github/src/resources/repo.ts',
  },
  octokit: {
    marker: 'octokit-',
    source: 'packages/github/node_modules/@octokit/rest/dist-src/index.js',
  },
  zod: { marker: 'ZodError', source: 'packages/github/node_modules/zod/v4/classic/errors.js' },
  d3: { marker: 'rangeRound', source: 'packages/ui/node_modules/d3-scale/dist/d3-scale.mjs' },
  'the HTML sanitizer': {
    marker: 'allowedSchemesAppliedToAttributes',
    source: 'apps/dashboard/node_modules/sanitize-html/index.js',
  },
  'the chapter renderer': {
    marker: 'Infinite loop on byte',
    source: 'apps/dashboard/node_modules/marked/lib/marked.esm.js',
  },
  'the highlighter of code': {
    marker: 'Expected grammar',
    source: 'apps/dashboard/node_modules/@wooorm/starry-night/lib/index.js',
  },
  'icons in other sizes': {
    marker: 'octicon octicon-',
    source: 'packages/ui/node_modules/@primer/octicons-react/dist/icons/GoalIcon.mjs',
  },
  'the parser of environment variables': {
    marker: 'must be a redis: or rediss: URL',
    source: 'apps/dashboard/src/server/process/env.ts',
  },
}

test('no browser script contains server code', () => {
  expect(scripts.length).toBeGreaterThan(10)
  for (const [name, { marker, source }] of Object.entries(serverOnly)) {
    expect.soft(readFileSync(join(root, source), 'utf8'), name).toContain(marker)
    const files = scripts.filter(({ code }) => code.includes(marker)).map(({ path }) => path)
    expect.soft(files, name).toEqual([])
  }
})

/** Bytes of script, compressed by gzip, that a page may load beyond an empty page of Next.js. */
const budgets = { '/repos/[owner]/[repo]': 19_000, '/search': 12_000, '/': 12_000 }

for (const [route, budget] of Object.entries(budgets)) {
  test(`${route} adds at most ${budget / 1000} kB of script to an empty application`, () => {
    const emptySize = measureScripts(emptyApplication, '/')
    expect(emptySize).toBeGreaterThan(80_000)

    expect(measureScripts(dashboard, route) - emptySize).toBeLessThanOrEqual(budget)
  })
}

/** Returns the bytes of all scripts that a page loads, its application's included, after gzip. */
function measureScripts(application: string, route: string): number {
  const { pages } = readManifest(application)
  const pageFiles = pages[route]
  if (!pageFiles) throw new Error(`${application} has no page ${route}`)
  const files = new Set([...pageFiles, ...(pages['/_app'] ?? [])])
  return [...files]
    .filter((file) => file.endsWith('.js'))
    .map((file) => gzipSync(readFileSync(join(application, '.next', file))).length)
    .reduce((sum, size) => sum + size, 0)
}

// For each part that loads on a click, a string that it contains.
const loadedByClick = {
  'the copy buttons of chapters': 'figure > pre',
  'the inspector': 'Request inspector',
  'the description of caches': 'revalidated before it responds',
}

test('no page loads code that only a click needs', () => {
  const loaded = new Set(Object.values(readManifest(dashboard).pages).flat())
  for (const [name, marker] of Object.entries(loadedByClick)) {
    const files = scripts.filter(({ code }) => code.includes(marker)).map(({ path }) => path)

    expect.soft(files, name).toHaveLength(1)
    expect
      .soft(
        files.filter((path) => loaded.has(`static/${path}`)),
        name,
      )
      .toEqual([])
  }
})

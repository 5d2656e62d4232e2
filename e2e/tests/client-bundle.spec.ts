import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '../support/test.ts'

const folder = join(import.meta.dirname, '../../apps/dashboard/.next/static')
let scripts: { path: string; code: string }[]
let manifest: { pages: Record<string, string[]> }
/** The files that every page loads. */
let always: string[]

test.beforeAll(() => {
  scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => ({ path, code: readFileSync(join(folder, path), 'utf8') }))
  manifest = JSON.parse(readFileSync(join(folder, '../build-manifest.json'), 'utf8'))
  always = manifest.pages['/_app'] ?? []
})

// A string of each that minification leaves.
const serverOnly = {
  'getServerSideProps of a page': 'This lesson throws in getServerSideProps on purpose',
  'the reads of GitHub': 'subscribers_count',
  octokit: 'octokit-',
  zod: 'ZodError',
  d3: 'paddingInner',
  'the sanitizing of HTML': 'allowedSchemesAppliedToAttributes',
  'the renderer of the chapters': 'Infinite loop on byte',
  'the icons of another size': 'octicon octicon-',
  'the name of an environment variable': 'GITHUB_API_URL must be',
}

test('no script for the browser contains code of the server', () => {
  expect(scripts.length).toBeGreaterThan(10)
  for (const [name, trace] of Object.entries(serverOnly)) {
    const holders = scripts.filter(({ code }) => code.includes(trace)).map(({ path }) => path)
    expect.soft(holders, name).toEqual([])
  }
})

const budgets = { '/repos/[owner]/[repo]': 13_000, '/search': 13_000, '/': 13_000 }

test('a page adds at most 13 kB of script to an empty page', () => {
  expect(always.length).toBeGreaterThan(2)
  for (const [route, budget] of Object.entries(budgets)) {
    const own = manifest.pages[route]?.filter((file) => !always.includes(file)) ?? []
    const sizes = own
      .filter((file) => file.endsWith('.js'))
      .map((file) => gzipSync(readFileSync(join(folder, '..', file))).length)

    expect.soft(sizes.length, route).toBeGreaterThan(0)
    expect
      .soft(
        sizes.reduce((sum, size) => sum + size, 0),
        route,
      )
      .toBeLessThanOrEqual(budget)
  }
})

test('the shell adds at most 15.5 kB of script to React and Next', () => {
  const shared = always.filter((file) => /\/(webpack|pages\/_app)-\w+\.js$/.test(file))
  const sizes = shared.map((file) => gzipSync(readFileSync(join(folder, '..', file))).length)

  expect(sizes).toHaveLength(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15_500)
})

// A string of each part that is loaded by a click.
const loadedByClick = {
  'the inspector': 'Request inspector',
  'what caches do': 'revalidated before it responds',
}

test('no page loads code that only a click needs', () => {
  const loaded = new Set(Object.values(manifest.pages).flat())
  for (const [name, trace] of Object.entries(loadedByClick)) {
    const holders = scripts.filter(({ code }) => code.includes(trace)).map(({ path }) => path)

    expect.soft(holders, name).toHaveLength(1)
    expect
      .soft(
        holders.filter((path) => loaded.has(`static/${path}`)),
        name,
      )
      .toEqual([])
  }
})

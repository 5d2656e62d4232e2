import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '../support/test.ts'

const folder = join(import.meta.dirname, '../../apps/dashboard/.next/static')
let scripts: { path: string; code: string }[]
let manifest: { pages: Record<string, string[]> }
/** The files that every page loads. */
let sharedFiles: string[]

test.beforeAll(() => {
  scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => ({ path, code: readFileSync(join(folder, path), 'utf8') }))
  manifest = JSON.parse(readFileSync(join(folder, '../build-manifest.json'), 'utf8'))
  sharedFiles = manifest.pages['/_app'] ?? []
})

// For each, a string that survives minification.
const serverOnly = {
  'getServerSideProps of a page': 'This lesson throws in getServerSideProps on purpose',
  'the GitHub client': 'subscribers_count',
  octokit: 'octokit-',
  zod: 'ZodError',
  d3: 'paddingInner',
  'the HTML sanitizer': 'allowedSchemesAppliedToAttributes',
  'the chapter renderer': 'Infinite loop on byte',
  'icons in other sizes': 'octicon octicon-',
  'the name of an environment variable': 'GITHUB_API_URL must be',
}

test('no browser script contains server code', () => {
  expect(scripts.length).toBeGreaterThan(10)
  for (const [name, marker] of Object.entries(serverOnly)) {
    const files = scripts.filter(({ code }) => code.includes(marker)).map(({ path }) => path)
    expect.soft(files, name).toEqual([])
  }
})

const budgets = { '/repos/[owner]/[repo]': 13_000, '/search': 13_000, '/': 13_000 }

test('a page adds at most 13 kB of script to an empty page', () => {
  expect(sharedFiles.length).toBeGreaterThan(2)
  for (const [route, budget] of Object.entries(budgets)) {
    const pageFiles = manifest.pages[route]?.filter((file) => !sharedFiles.includes(file)) ?? []
    const sizes = pageFiles
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
  const shared = sharedFiles.filter((file) => /\/(webpack|pages\/_app)-\w+\.js$/.test(file))
  const sizes = shared.map((file) => gzipSync(readFileSync(join(folder, '..', file))).length)

  expect(sizes).toHaveLength(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15_500)
})

// For each part that loads on a click, a string that it contains.
const loadedByClick = {
  'the inspector': 'Request inspector',
  'the description of caches': 'revalidated before it responds',
}

test('no page loads code that only a click needs', () => {
  const loaded = new Set(Object.values(manifest.pages).flat())
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

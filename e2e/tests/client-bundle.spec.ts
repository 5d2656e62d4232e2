import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '../support/test.ts'

const folder = join(import.meta.dirname, '../../apps/dashboard/.next/static')
const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js'))
  .map((path) => ({ path, code: readFileSync(join(folder, path), 'utf8') }))

// A string of each that survives minification.
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

for (const [name, trace] of Object.entries(serverOnly)) {
  test(`no script in the browser holds ${name}`, () => {
    expect(scripts.length).toBeGreaterThan(10)
    expect(scripts.filter(({ code }) => code.includes(trace)).map(({ path }) => path)).toEqual([])
  })
}

// What any page of the build loads, an empty one too.
const manifest: { pages: Record<string, string[]> } = JSON.parse(
  readFileSync(join(folder, '../build-manifest.json'), 'utf8'),
)
const always = manifest.pages['/_app'] ?? []

const budgets = { '/repos/[owner]/[repo]': 12_000, '/search': 12_000, '/': 12_000 }

for (const [route, budget] of Object.entries(budgets)) {
  test(`${route} brings at most ${budget / 1000} kB of script more than an empty page`, () => {
    const own = manifest.pages[route]?.filter((file) => !always.includes(file)) ?? []
    const sizes = own
      .filter((file) => file.endsWith('.js'))
      .map((file) => gzipSync(readFileSync(join(folder, '..', file))).length)

    expect(always.length).toBeGreaterThan(2)
    expect(sizes.length).toBeGreaterThan(0)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budget)
  })
}

// Without the drawer's button, and without the means to load a script later, they have 12,730 bytes.
test('the drawer costs a page that does not open it less than 2 kB', () => {
  const shared = always.filter((file) => /\/(webpack|pages\/_app)-\w+\.js$/.test(file))
  const sizes = shared.map((file) => gzipSync(readFileSync(join(folder, '..', file))).length)

  expect(sizes).toHaveLength(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(12_730 + 2000)
})

// A string of each part that is loaded by a click.
const loadedByClick = {
  'the drawer': 'The request behind this page',
  'what caches do': 'revalidated before it responds',
}

for (const [name, trace] of Object.entries(loadedByClick)) {
  test(`no page loads ${name} before it is asked for`, () => {
    const holders = scripts.filter(({ code }) => code.includes(trace)).map(({ path }) => path)
    const loaded = new Set(Object.values(manifest.pages).flat())

    expect(holders).toHaveLength(1)
    expect(holders.filter((path) => loaded.has(`static/${path}`))).toEqual([])
  })
}

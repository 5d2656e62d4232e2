import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
  'the name of an environment variable': 'GITHUB_API_URL must be',
}

for (const [name, trace] of Object.entries(serverOnly)) {
  test(`no script in the browser holds ${name}`, () => {
    expect(scripts.length).toBeGreaterThan(10)
    expect(scripts.filter(({ code }) => code.includes(trace)).map(({ path }) => path)).toEqual([])
  })
}

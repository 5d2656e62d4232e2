import { answers, freePort, type Program, startProgram } from '../support/programs.ts'
import { builtServer } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

// A server whose own token sees private repositories, as a careless owner's may.
const port = await freePort()
const site = `http://127.0.0.1:${port}`
let program: Program

test.beforeAll(async () => {
  const { command, url, ...place } = builtServer(port, { GITHUB_TOKEN: 'sample-token-ann' })
  program = await startProgram(command, { ...place, ready: () => answers(url) })
})

test.afterAll(() => program.end())

const addresses = [
  '/repos/acme/*',
  '/repos/acme/*/issues?label=bug',
  '/repos/acme/*/pulls',
  '/repos/acme/*/releases',
  '/repos/acme/*/contributors',
  '/repos/acme/*/activity',
  '/repos/acme/*/badge',
  '/compare?repos=acme/rocket,acme/*',
  '/learn/when/acme/*',
  '/api/export/repos/acme/*.json',
  '/api/export/compare.md?repos=acme/rocket,acme/*',
  ...['stars', 'ci', 'release', 'license'].map(
    (metric) => `/api/badge/repos/acme/*.svg?metric=${metric}`,
  ),
]

for (const address of addresses) {
  test(`${address} says of a private repository what it says of none`, async ({ request }) => {
    const said = async (name: string) => {
      const response = await request.get(site + address.replace('*', name))
      const { 'server-timing': timing = '', etag: _, date: __, ...headers } = response.headers()
      return {
        status: response.status(),
        headers,
        // In no order of its own, and each in its own time.
        timing: timing
          .replace(/;dur=\d+/g, '')
          .split(', ')
          .map(withoutTimes(name))
          .toSorted(),
        body: withoutTimes(name)(await response.text()),
      }
    }
    // What is remembered answers in another way than what is asked for.
    const names = ['secret-plans', 'nothing-here']
    for (const name of names) await said(name)
    const [hidden, missing] = [await said('secret-plans'), await said('nothing-here')]
    expect(hidden).toEqual(missing)
  })
}

test('a search finds and counts nothing that is private', async ({ page }) => {
  for (const q of ['secret-plans', 'is:private', 'user:acme is:private secret-plans']) {
    await page.goto(`${site}/search?q=${encodeURIComponent(q)}`)
    await expect(page.getByRole('main')).not.toContainText('acme/secret-plans')
  }
  await page.goto(`${site}/search?q=secret-plans`)
  await expect(page.getByText('0 repositories found')).toBeVisible()
})

const withoutTimes = (name: string) => (text: string) =>
  text.replaceAll(name, '*').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a moment')

import type { APIRequestContext } from '@playwright/test'
import { appPages } from '../support/pages.ts'
import { expectHealthy, freePort, type Program, startProgram } from '../support/programs.ts'
import { productionServer } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

// A misconfigured server: its token has access to private repositories.
const port = await freePort()
const site = `http://127.0.0.1:${port}`
const hidden = 'secret-plans'
const missing = 'nothing-here'
let program: Program

test.beforeAll(async () => {
  const { command, url, ...options } = productionServer(port, { GITHUB_TOKEN: 'sample-token-ann' })
  program = await startProgram(command, { ...options, ready: () => expectHealthy(url) })
})

test.afterAll(() => program.end())

const repositoryPages = appPages
  .filter(({ route, isPrivate }) => route.includes('[repo]') && !isPrivate)
  .map(({ path }) => path.replace('rocket', '*'))
const addresses = [
  ...repositoryPages,
  '/repos/acme/*/issues?label=bug',
  '/compare?repos=acme/rocket,acme/*',
  '/api/export/repos/acme/*.json',
  '/api/export/compare.md?repos=acme/rocket,acme/*',
  ...['stars', 'ci', 'release', 'license'].map(
    (show) => `/api/badge/repos/acme/*.svg?show=${show}`,
  ),
]

test('every response for a private repository is the response for one that does not exist', async ({
  request,
}) => {
  test.slow()
  for (const address of addresses) {
    // The second response of each comes from the cache.
    for (const name of [hidden, missing]) await visit(request, address, name)
    expect
      .soft(await visit(request, address, hidden), address)
      .toEqual(await visit(request, address, missing))
  }
})

test('a search neither finds nor counts a private repository', async ({ page }) => {
  for (const q of ['secret-plans', 'is:private', 'user:acme is:private secret-plans']) {
    await page.goto(`${site}/search?q=${encodeURIComponent(q)}`)
    await expect(page.getByRole('main')).not.toContainText('acme/secret-plans')
  }
  await page.goto(`${site}/search?q=secret-plans`)
  await expect(page.getByText('0 results')).toBeVisible()
})

/** A response without the name of its repository and without times. */
async function visit(request: APIRequestContext, address: string, name: string) {
  const normalize = (text: string) =>
    text.replaceAll(name, '*').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a date')
  const response = await request.get(site + address.replace('*', name))
  const { 'server-timing': timing = '', etag: _, date: __, ...headers } = response.headers()
  return {
    status: response.status(),
    headers,
    // The calls have no fixed order.
    timing: normalize(timing)
      .replace(/;dur=\d+/g, '')
      .split(', ')
      .toSorted(),
    body: normalize(await response.text()),
  }
}

import { join } from 'node:path'
import { pagesOf } from '../support/every-page.ts'
import { freshName } from '../support/fresh-name.ts'
import { answers, freePort, type Program, startProgram } from '../support/programs.ts'
import { environment } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const folder = process.env.E2E_STANDALONE
if (!folder) throw new Error('E2E_STANDALONE must name the folder: run `pnpm standalone:check`')
const app = join(folder, 'apps/dashboard')

test.describe.configure({ mode: 'serial' })

let url: string
let server: Program

test.beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  server = await startProgram('node server.js', {
    cwd: app,
    env: { ...environment, PORT: String(port), HOSTNAME: '127.0.0.1' },
    ready: () => answers(`${url}/api/health`),
  })
})

test.afterAll(() => server.end())

test.describe(() => {
  test.use({ expectedErrors: [/on purpose/] })

  for (const path of pagesOf(join(app, '.next'))) {
    test(`${path} is served from a copied folder, with its looks and its scripts`, async ({
      page,
    }) => {
      await page.goto(url + path)

      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
      const missing = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter((entry) => 'responseStatus' in entry && entry.responseStatus !== 200)
          .map((entry) => entry.name),
      )
      expect(missing).toEqual([])
    })
  }
})

test('a badge is served from a copied folder', async ({ request }) => {
  const response = await request.get(`${url}/api/badge/repos/acme/rocket.svg`)
  expect(await response.text()).toContain('<title>stars: 12.4k</title>')
})

test('a server that is told to end finishes what it has begun', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/standalone-${freshName(testInfo)}`
  await upstream.delay(path, 1500)
  const begun = request.get(url + path)
  await expect.poll(() => upstream.requests(path)).toBeGreaterThan(0)

  const [response] = await Promise.all([begun, server.end()])
  expect(response.status()).toBe(200)
  await expect(request.get(`${url}/api/health`)).rejects.toThrow('ECONNREFUSED')
})

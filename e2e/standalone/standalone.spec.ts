import { execFileSync } from 'node:child_process'
import { parseCommand, parseDockerfile } from '../../scripts/standalone/dockerfile.ts'
import { templatePages, viewerHeaders } from '../support/pages.ts'
import { expectHealthy, freePort, type Program, startProgram } from '../support/programs.ts'
import { environment } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

const folder = process.env.E2E_STANDALONE
if (!folder) throw new Error('E2E_STANDALONE must name the folder: run `pnpm standalone:check`')

/** The command of an instruction of the Dockerfile. */
function commandOf(keyword: 'CMD' | 'HEALTHCHECK'): string[] {
  const instruction = parseDockerfile('deploy/Dockerfile').find((each) => each.keyword === keyword)
  return parseCommand(instruction?.text.replace(/^CMD /, '') ?? '')
}

// The files belong to root, as in the image, so that this user cannot write them. Only root can change
// the user.
const asOtherUser =
  process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []

test.describe.configure({ mode: 'serial' })

let url: string
let port: number
let server: Program

test.beforeAll(async () => {
  port = await freePort()
  url = `http://127.0.0.1:${port}`
  server = await startProgram([...asOtherUser, ...commandOf('CMD')], {
    cwd: folder,
    // pnpm names the packages of the repository in NODE_PATH.
    env: { ...environment, NODE_PATH: '', PORT: String(port), HOSTNAME: '127.0.0.1' },
    ready: () => expectHealthy(`${url}/api/ready`),
  })
})

test.afterAll(() => server.end())

test('the pages of a copied folder load all of their files', async ({ page }) => {
  test.slow()
  for (const appPage of templatePages.filter(({ template }) => template !== 'error')) {
    await page.setExtraHTTPHeaders(viewerHeaders(appPage))
    await page.goto(url + appPage.path)

    await expect.soft(page.getByRole('heading', { level: 1 }), appPage.path).toBeVisible()
    await expect(page.getByRole('button', { name: /^Theme/ }), appPage.path).toBeVisible()
    const missing = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => 'responseStatus' in entry && entry.responseStatus !== 200)
        .map((entry) => entry.name),
    )
    expect.soft(missing, appPage.path).toEqual([])
  }
})

test('the health check of the image succeeds', () => {
  const [program = '', ...args] = commandOf('HEALTHCHECK')
  execFileSync(program, args, { env: { ...process.env, PORT: String(port) } })
})

test('a server that receives SIGTERM completes its open requests', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/standalone-${uniqueName(testInfo)}`
  await upstream.delay(path, 1500)
  const pending = request.get(url + path)
  await expect.poll(() => upstream.requests(path)).toBeGreaterThan(0)

  const [response] = await Promise.all([pending, server.end()])
  expect(response.status()).toBe(200)
  await expect(request.get(`${url}/api/health`)).rejects.toThrow('ECONNREFUSED')
})

import { freePort, startServer } from '../support/programs.ts'
import { productionServer } from '../support/servers.ts'
import { test as base, expect } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

type LogLine = { event: string; requestId?: string; path?: string; status?: number }
type App = { url: string; log: LogLine[] }

const test = base.extend<{ app: App }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires a destructured argument.
  app: async ({}, use) => {
    const port = await freePort()
    const log: LogLine[] = []
    const program = await startServer(productionServer(port), {
      // The lesson throws on purpose.
      quiet: true,
      onLine: (line) => line.startsWith('{') && log.push(JSON.parse(line)),
    })
    await use({ url: `http://127.0.0.1:${port}`, log })
    await program.end()
  },
})

test('failure pages and the 500 page show the request ID of the log', async ({
  page,
  app,
  upstream,
}, testInfo) => {
  const failing = `/repos/fresh/request-id-${uniqueName(testInfo)}`
  await upstream.fail(failing, 'status-500')
  for (const [path, status, events] of [
    [failing, 503, ['request']],
    ['/learn/errors/thrown', 500, ['error', 'request']],
  ] as const) {
    const response = await page.goto(app.url + path)
    const id = response?.headers()['x-request-id'] ?? ''

    expect(response?.status()).toBe(status)
    expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    await expect(page.getByText('Request ID:')).toHaveText(`Request ID: ${id}`)
    const lines = () => app.log.filter(({ requestId }) => requestId === id)
    await expect.poll(() => lines().map(({ event }) => event)).toEqual(events)
    expect(lines().map((line) => line.path)).toEqual(events.map(() => path))
  }
})

test('a page that caches may store names no request ID', async ({ request }) => {
  const names = async (path: string) => (await request.get(path)).headers()['x-request-id']
  expect(await names('/repos/acme/rocket')).toBeUndefined()
  expect(await names('/repos/acme/nothing')).toBeUndefined()
  expect(await names('/learn')).toBeUndefined()
  expect(await names('/theme.js')).toBeUndefined()
  expect(await names('/api/health')).toMatch(/^[\da-f-]{36}$/)
  expect(await (await request.get('/repos/acme/nothing')).text()).not.toContain('Request ID')
})

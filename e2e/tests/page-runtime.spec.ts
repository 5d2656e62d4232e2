import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getData } from '../support/data-route.ts'
import { offlineUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const root = join(import.meta.dirname, '../..')
const dashboard = join(root, 'apps/dashboard')

/** The rows that the command prints for the build. */
function table(): string[][] {
  const command = join(root, 'packages/page-runtime/bin/page-runtime.js')
  const printed = execFileSync(process.execPath, [command, dashboard], { encoding: 'utf8' })
  return cellsOf(printed.trimEnd().split('\n').slice(1))
}

function cellsOf(lines: string[]): string[][] {
  return lines.map((line) => line.split(/ {2,}/))
}

test('the table of runtimes matches the output of next build', () => {
  const log = readFileSync(join(dashboard, '.turbo/turbo-build.log'), 'utf8')
  // A page with several static paths has no symbol in the list.
  const printed = [...log.matchAll(/^[┌├└] ([○●ƒ ]) (\/(?!_)\S*)/gmu)].map(([, symbol, route]) => ({
    route,
    isStatic: symbol === '○',
  }))

  expect(printed.length).toBeGreaterThan(10)
  expect(table().map(([route, , runtime]) => ({ route, isStatic: runtime === 'static' }))).toEqual(
    printed,
  )
})

test('every server-rendered page states its runtime, and on Node.js a duration above the deadline', () => {
  for (const [route = '', declared, runtime, seconds] of table()) {
    if (runtime === 'static' || route.startsWith('/api/')) continue
    expect(declared, route).toBe(runtime === 'edge' ? 'experimental-edge' : 'nodejs')
    if (runtime === 'nodejs') expect(Number(seconds), route).toBeGreaterThan(4)
  }
})

test('the status page shows the same table', async ({ page }) => {
  await page.goto('/status')
  const rows = page.getByRole('table', { name: 'Runtime of each page' }).getByRole('row')
  const shown = await rows.filter({ has: page.getByRole('cell') }).all()
  const cells = await Promise.all(
    shown.map(async (row) => [
      await row.getByRole('rowheader').textContent(),
      ...(await row.getByRole('cell').allTextContents()),
    ]),
  )

  const sourceLabels: Record<string, string> = {
    page: 'the page',
    helper: 'helper',
    rule: 'next.config',
    'default rule': 'next.config (default)',
  }
  expect(cells).toEqual(
    table().map(([route, , runtime, seconds, source = '']) => [
      route,
      runtime,
      seconds === '-' ? '–' : seconds,
      sourceLabels[source] ?? source,
    ]),
  )
})

const lessons = [
  { path: '/learn/runtime/node', runtime: 'nodejs', socket: 'object', cwd: 'works' },
  { path: '/learn/runtime/edge', runtime: 'edge', socket: 'undefined', cwd: 'throws' },
]

for (const { path, runtime, socket, cwd } of lessons) {
  test(`${path} is rendered on ${runtime}, reads GitHub and shows its environment`, async ({
    page,
  }) => {
    const response = await page.goto(path)

    expect(response?.status()).toBe(200)
    await expect(page.getByRole('main')).toContainText(`process.env.NEXT_RUNTIME${runtime}`)
    await expect(page.getByRole('region', { name: /^Stars of the example/ })).toContainText(
      '12,431',
    )
    const request = page.getByRole('table', { name: 'Request' })
    await expect(request.getByRole('row', { name: 'req.socket' })).toHaveText(`req.socket${socket}`)
    const globals = page.getByRole('table', { name: 'Globals' })
    await expect(globals.getByRole('row', { name: 'process.cwd()' })).toHaveText(
      `process.cwd()${cwd}`,
    )
  })
}

test('the edge lesson gets its cache headers from the configuration, as HTML and as data', async ({
  request,
}) => {
  const path = '/learn/runtime/edge'
  for (const response of [await request.get(path), await getData(request, path)]) {
    expect(response.headers()['cache-control']).toBe(
      'public, max-age=0, must-revalidate, s-maxage=5',
    )
    expect(response.headers()['cdn-cache-control']).toBe('max-age=5')
    // getServerSideProps sets it, and the Edge Runtime discards it.
    expect(response.headers()['x-runtime-lesson']).toBeUndefined()
  }
})

test('the lesson on Node.js sets its headers itself', async ({ request }) => {
  const response = await request.get('/learn/runtime/node')

  expect(response.headers()['x-runtime-lesson']).toBe('set')
})

test.describe(() => {
  test.use({ baseURL: offlineUrl })

  test('without GitHub the edge lesson is a 200 with a panel that says so', async ({ page }) => {
    const response = await page.goto('/learn/runtime/edge')

    expect(response?.status()).toBe(200)
    await expect(page.getByRole('region', { name: /^Stars of the example/ })).toContainText(
      'Couldn’t load',
    )
  })
})

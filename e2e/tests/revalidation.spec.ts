import type { Page } from '@playwright/test'
import { webhookSecret } from '../support/app-behind-cache.ts'
import { freePort, type Program, startServer } from '../support/programs.ts'
import { send } from '../support/send.ts'
import { appUrl, productionServer } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const path = '/api/learn/push'

test.describe.configure({ mode: 'serial' })

const lines: string[] = []
let site: Program & { url: string }
// As with GitHub itself: it is not the sample.
let live: Program & { url: string }

test.beforeAll(async () => {
  ;[site, live] = await Promise.all([
    start({ EXAMPLE_REPOSITORY: 'fresh/pushed' }),
    start({ SAMPLE_DATA: '0' }),
  ])
})

test.afterAll(() => Promise.all([site.end(), live.end()]))

async function start(env: Record<string, string>) {
  const port = await freePort()
  const server = await startServer(
    productionServer(port, { WEBHOOK_SECRET: webhookSecret, ...env }),
    { onLine: (line) => lines.push(line), quiet: true },
  )
  return { ...server, url: `http://127.0.0.1:${port}` }
}

async function expectPush(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Push a commit' }).click()
  await expect(page).toHaveURL(/\/learn\/revalidation\?push=[\w-]{36}#result$/)
  await expect(page.getByText(/^Commit [\da-f]{7} was pushed at/)).toContainText(
    /The next visitor got it \d+ ms later\.$/,
  )
  const rows = page.getByRole('table', { name: 'Layers' }).getByRole('row')
  const texts = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))
  const time = String.raw`push of \d\d:\d\d:\d\d`
  for (const [index, expected] of [
    'Layer Before After ms',
    `Sample GitHub ${time} commit [\\da-f]{7} 0`,
    String.raw`Webhook waits received, status 202 \d+`,
    String.raw`Stored data in memory fresh stale \d+`,
    'Redis none set REDIS_URL –',
    String.raw`ISR page, stored by Next ${time} rendered by res\.revalidate \d+`,
    String.raw`Shared cache in front none run pnpm preview nginx \| varnish –`,
    String.raw`Next visitor of this page ${time} ${time} \d+`,
    String.raw`Next visitor of the ISR page ${time}, HIT ${time}, HIT \d+`,
  ].entries()) {
    expect.soft(texts[index], expected).toMatch(new RegExp(`^${expected}$`))
  }
}

test('a push is on both pages of the lesson, with and without JavaScript', async ({
  page,
  browser,
}) => {
  await page.goto(`${site.url}/learn/revalidation`)
  await expect(page.getByText('Push a commit, and this table fills:')).toBeVisible()
  await expectPush(page)

  const withoutScripts = await browser.newPage({ javaScriptEnabled: false })
  await withoutScripts.goto(`${site.url}/learn/revalidation`)
  await expectPush(withoutScripts)
  await withoutScripts.close()
})

test('a push from another site is refused, and so is another method', async () => {
  for (const headers of [
    { ...form, 'sec-fetch-site': 'cross-site' },
    { ...form, origin: 'https://evil.example' },
    form,
  ]) {
    const { status } = await send(site.url, path, { method: 'POST', headers })
    expect(status, JSON.stringify(headers)).toBe(403)
  }
  expect((await send(site.url, path)).status).toBe(405)
})

test('a commit can be pushed only at the sample GitHub, and only with a secret', async ({
  page,
}) => {
  const headers = { ...form, 'sec-fetch-site': 'same-origin' }
  for (const [url, message] of [
    [live.url, 'This server reads GitHub itself'],
    [appUrl, 'This server accepts no webhooks'],
  ] as const) {
    await page.goto(`${url}/learn/revalidation`)
    await expect(page.getByText(message)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Push a commit' })).toHaveCount(0)
    expect(await send(url, path, { method: 'POST', headers })).toMatchObject({
      status: 404,
      body: 'There is no sample GitHub to push to.\n',
    })
  }
})

test('an ISR page with stale data is soon rendered again, and without data the old page stays', async ({
  upstream,
}, testInfo) => {
  const webhook = { url: `${site.url}/api/webhooks/github`, secret: webhookSecret }
  async function failAndPush(repository: string, fault: string) {
    const page = `/learn/when/${repository}`
    const { headers, body } = await send(site.url, page)
    expect(headers['cache-control']).toBe('s-maxage=60, stale-while-revalidate=600')
    await upstream.fail(`/repos/${repository}`, fault)
    expect(await upstream.push(repository, webhook)).toBe(202)
    return { page, body }
  }
  const stale = await failAndPush(`fresh/stale-${uniqueName(testInfo)}`, 'status-500')
  await expect
    .poll(async () => (await send(site.url, stale.page)).headers['cache-control'])
    .toBe('s-maxage=5, stale-while-revalidate=655')

  const blocked = await failAndPush(`fresh/blocked-${uniqueName(testInfo)}`, 'status-451')
  await expect
    .poll(() => lines.find((line) => line.includes('"event":"error"')))
    .toContain(`"route":"/learn/when/[owner]/[repo]","path":"${blocked.page}"`)
  expect((await send(site.url, blocked.page)).body).toBe(blocked.body)
})

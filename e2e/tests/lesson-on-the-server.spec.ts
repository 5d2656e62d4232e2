import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { appUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const build = join(import.meta.dirname, '../../apps/dashboard/.next')
const chunks = join(build, 'static/chunks/pages/learn')
const serverOnlyString = 'This string is in getServerSideProps only'

test('the lesson finds only a flag of getServerSideProps in its script', async ({ page }) => {
  await page.goto('/learn/on-the-server')
  const table = page.getByRole('table', { name: 'Strings in the scripts of this page' })
  await expect(table.getByRole('row', { name: serverOnlyString })).toHaveText(/[^\d]0$/)
  await expect(table.getByRole('row', { name: 'setCacheHeaders' })).toHaveText(/[^\d]0$/)
  await expect(table.getByRole('row', { name: '__N_SSP' })).toHaveText(/[1-9]\d*$/)
})

test('the lesson describes the script in the build', async ({ page }) => {
  const [name = '', ...others] = readdirSync(chunks).filter((file) => /^on-the-server-/.test(file))
  expect(others).toEqual([])
  const code = readFileSync(join(chunks, name), 'utf8')
  expect(code).not.toContain(serverOnlyString)
  const flags = code.split('__N_SSP').length - 1
  expect(flags).toBeGreaterThan(0)

  await page.goto('/learn/on-the-server')
  await expect(page.getByText(`Searched: ${name}`)).toBeVisible()
  await expect(page.getByRole('row', { name: '__N_SSP' })).toHaveText(`__N_SSP${flags}`)
})

test('the lesson finds its script after a client navigation too', async ({ page }) => {
  await page.goto('/learn')
  await page.getByRole('link', { name: 'Server-only code' }).click()
  await expect(page.getByRole('row', { name: serverOnlyString })).toHaveText(/[^\d]0$/)
})

test('the lesson lists the context of getServerSideProps', async ({ page }) => {
  await page.goto('/learn/on-the-server?a=1&a=2')
  expect(await readContext(page)).toEqual({
    params: 'absent',
    req: 'IncomingMessage',
    res: 'ServerResponse',
    query: '{"a":["1","2"]}',
    resolvedUrl: '"/learn/on-the-server?a=1&a=2"',
    draftMode: 'absent',
    preview: 'absent',
    previewData: 'absent',
    locale: 'undefined',
    locales: '[]',
    defaultLocale: 'undefined',
  })
})

test('in draft mode the context says so, and no cache stores the response', async ({ page }) => {
  const manifest = readFileSync(join(build, 'prerender-manifest.json'), 'utf8')
  const { preview }: { preview: { previewModeId: string } } = JSON.parse(manifest)
  await page
    .context()
    .addCookies([{ name: '__prerender_bypass', value: preview.previewModeId, url: appUrl }])
  const response = await page.goto('/learn/on-the-server')
  expect(await readContext(page)).toMatchObject({
    draftMode: 'true',
    preview: 'true',
    previewData: '{}',
  })

  const headers = await response?.allHeaders()
  expect(headers?.['cache-control']).toBe('private, no-cache, no-store, max-age=0, must-revalidate')
  expect(headers).not.toHaveProperty('cdn-cache-control')
})

async function readContext(page: Page): Promise<Record<string, string>> {
  const rows = page.getByRole('table', { name: 'The context object' }).locator('tbody tr')
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent)),
  )
  return Object.fromEntries(texts)
}

test('getServerSideProps has no window, and its page requests no API route', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto('/learn/on-the-server')
  await expect(page.getByRole('main')).toContainText('typeof window')
  await expect(page.getByRole('main')).toContainText('undefined')
  await expect(page.getByRole('main')).toContainText('12,431')
  await expect(page.getByRole('table', { name: 'Strings' })).toBeVisible()
  expect(requests.filter((path) => path.startsWith('/api/'))).toEqual([])
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('without JavaScript the lesson has its data and names what is missing', async ({ page }) => {
    await page.goto('/learn/on-the-server')
    await expect(page.getByRole('main')).toContainText('12,431')
    await expect(page.getByText('With JavaScript, this page searches')).toBeVisible()
  })
})

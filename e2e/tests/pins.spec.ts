import { readFileSync } from 'node:fs'
import type { Page, APIRequestContext as Request } from '@playwright/test'
import { sampleUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

test('a pinned repository is on the home page until it is unpinned there', async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  await page.getByRole('button', { name: 'Pin', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Pinned' })).toHaveAttribute('aria-pressed', 'true')
  await page.goto('/repos/acme/beacon')
  await page.getByRole('button', { name: 'Pin', exact: true }).click()

  await page.goto('/')
  const pinned = page.getByRole('region', { name: 'Pinned' })
  const card = pinned.getByRole('listitem').filter({ hasText: '12.4k stars' })
  await expect(card.getByRole('link')).toHaveText('acme/rocket')
  await expect(card.getByRole('img', { name: 'Commits per week in the past year' })).toBeVisible()
  await expect(card).toContainText(/\d+ commits in 13 weeks, [+−±]\d+ from the previous 13 weeks/)

  await card.getByRole('button', { name: 'Unpin acme/rocket' }).click()
  await expect(pinned.getByRole('listitem')).toHaveCount(1)
  await expect(pinned.getByRole('heading', { name: 'Pinned' })).toBeFocused()
  await pinned.getByRole('button', { name: 'Unpin acme/beacon' }).click()
  await expect(pinned).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('Import pins')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Pinned' })).toHaveCount(0)
})

test('a pin links to the repository’s current name', async ({ page, request }) => {
  const id = await idOf(request, 'acme/new-name')
  await page.goto('/status')
  await storePins(page, [{ id, name: 'acme/old-name' }])
  await page.goto('/')

  const pinned = page.getByRole('region', { name: 'Pinned' })
  await expect(pinned.getByRole('link', { name: 'acme/new-name' })).toBeVisible()
  await expect(pinned.getByRole('link', { name: 'acme/old-name' })).toHaveCount(0)
  expect(await readPins(page)).toEqual([{ id, name: 'acme/new-name' }])
})

test('a pin of a deleted repository says so and can be removed', async ({ page }) => {
  await page.goto('/status')
  await storePins(page, [{ id: 7, name: 'acme/gone' }])
  await page.goto('/')

  const pinned = page.getByRole('region', { name: 'Pinned' })
  const card = pinned.getByRole('listitem').filter({ hasText: 'acme/gone' })
  await expect(card).toContainText('No longer available.')
  await expect(card.getByRole('link')).toHaveCount(0)
  await card.getByRole('button', { name: 'Unpin' }).click()
  await expect(pinned).toHaveCount(0)
  expect(await readPins(page)).toEqual([])
})

test('a pin without current details keeps its name and can be removed', async ({
  page,
  request,
  upstream,
}, testInfo) => {
  const name = `fresh/pin-${uniqueName(testInfo)}`
  const unavailable = { id: await idOf(request, name), name }
  const rocket = { id: await idOf(request, 'acme/rocket'), name: 'acme/rocket' }
  await upstream.fail(`/repos/${name}`, 'status-451')
  await page.goto('/status')
  await storePins(page, [unavailable, rocket])
  await page.goto('/')

  const pinned = page.getByRole('region', { name: 'Pinned' })
  await expect(pinned).toContainText('12.4k stars')
  const card = pinned.getByRole('listitem').filter({ hasText: name })
  await expect(card).toContainText('Couldn’t load current details.')
  await expect(card.getByRole('link')).toHaveAttribute('href', `/repos/${name}`)
  await card.getByRole('button', { name: 'Unpin' }).click()
  await expect(pinned.getByText(name)).toHaveCount(0)
  expect(await readPins(page)).toEqual([rocket])
})

test('the only pin can be removed without its current details', async ({
  page,
  request,
  upstream,
}, testInfo) => {
  const name = `fresh/only-${uniqueName(testInfo)}`
  const id = await idOf(request, name)
  await upstream.fail(`/repos/${name}`, 'status-451')
  await page.goto('/status')
  await storePins(page, [{ id, name }])
  await page.goto('/')

  const pinned = page.getByRole('region', { name: 'Pinned' })
  await expect(pinned.getByRole('link', { name })).toBeVisible()
  await pinned.getByRole('button', { name: 'Unpin' }).click()
  await expect(pinned).toHaveCount(0)
  expect(await readPins(page)).toEqual([])
})

test('a pin over the limit is rejected with a message', async ({ page }) => {
  const all = Array.from({ length: 24 }, (_, index) => ({
    id: index + 1,
    name: `acme/gone-${index + 1}`,
  }))
  await page.goto('/status')
  await storePins(page, all)
  await page.goto('/repos/acme/rocket')
  const button = page.getByRole('button', { name: 'Pin', exact: true })
  await button.click()
  await expect(page.getByText('You can pin up to 24 repositories.')).toBeVisible()
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  expect(await readPins(page)).toEqual(all)
})

test('an import says how many pins it added and that the limit is reached', async ({ page }) => {
  const pin = (id: number) => ({ id, name: `acme/gone-${id}` })
  const existing = Array.from({ length: 23 }, (_, index) => pin(index + 1))
  await page.goto('/status')
  await storePins(page, existing)
  await page.goto('/')
  const buffer = Buffer.from(JSON.stringify([pin(1), pin(30), pin(31)]))
  await page
    .getByLabel('Import pins')
    .setInputFiles({ name: 'pins.json', mimeType: 'application/json', buffer })
  await expect(page.getByText('Imported 1 pin. You’ve reached the limit of 24.')).toBeVisible()
  expect(await readPins(page)).toEqual([...existing, pin(30)])
})

test('pins are exported and imported as a file', async ({ page, request }) => {
  const id = await idOf(request, 'acme/rocket')
  await page.goto('/status')
  await storePins(page, [{ id, name: 'acme/rocket' }])
  await page.goto('/')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export pins' }).click()
  const file = readFileSync(await (await download).path())
  expect(JSON.parse(file.toString())).toEqual([{ id, name: 'acme/rocket' }])

  await storePins(page, [])
  await page.goto('/')
  await page
    .getByLabel('Import pins')
    .setInputFiles({ name: 'pins.json', mimeType: 'application/json', buffer: file })
  await expect(page.getByText('Imported 1 pin.')).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Pinned' }).getByRole('link', { name: 'acme/rocket' }).first(),
  ).toBeVisible()

  await page
    .getByLabel('Import pins')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('<b>') })
  await expect(page.getByText('This is not a JSON file. Nothing was imported.')).toBeVisible()
})

test('the home page lists recently viewed repositories, the latest first', async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  await expect(page.getByRole('button', { name: 'Pin', exact: true })).toBeVisible()
  await page.goto('/repos/acme/beacon')
  await expect(page.getByRole('button', { name: 'Pin', exact: true })).toBeVisible()
  await page.goto('/')

  const recentlyViewed = page.getByRole('list', { name: 'Recently viewed repositories' })
  await expect(recentlyViewed.getByRole('link')).toHaveText(['acme/beacon', 'acme/rocket'])

  await page.setViewportSize({ width: 360, height: 800 })
  const heading = await page.getByRole('heading', { name: 'Recently viewed' }).boundingBox()
  expect(heading?.height).toBeLessThan(32)
})

test('the pins API is public and limited to a few repositories', async ({ request }) => {
  const id = await idOf(request, 'acme/rocket')
  const response = await request.get(`/api/pins?ids=7,${id}`)
  expect(response.status()).toBe(200)
  expect(response.headers()['cache-control']).toContain('public, ')
  const { repos } = await response.json()
  expect(repos).toEqual([
    { id: 7, repo: null },
    { id, repo: expect.objectContaining({ fullName: 'acme/rocket', stars: 12_431 }) },
  ])

  const many = Array.from({ length: 13 }, (_, index) => index + 1).join()
  for (const ids of ['', 'x', '1,', '-1', '1.5', many]) {
    const rejected = await request.get('/api/pins', { params: { ids } })
    expect(rejected.status()).toBe(400)
    expect(rejected.headers()['cache-control']).toBe('private, no-store')
  }
})

type Pin = { id: number; name: string }

async function storePins(page: Page, pins: Pin[]): Promise<void> {
  await page.evaluate((text) => localStorage.setItem('pins', text), JSON.stringify(pins))
}

async function readPins(page: Page): Promise<Pin[]> {
  return JSON.parse(await page.evaluate(() => localStorage.getItem('pins') ?? ''))
}

async function idOf(request: Request, fullName: string): Promise<number> {
  const response = await request.get(`${sampleUrl}/repos/${fullName}`, {
    headers: { 'user-agent': 'tests' },
  })
  const { id }: Pin = await response.json()
  return id
}

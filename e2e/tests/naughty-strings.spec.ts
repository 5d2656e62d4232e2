import type { APIRequestContext, Page } from '@playwright/test'
import { sampleUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

test('naughty strings in a list are shown as text', async ({ page, request }) => {
  const effects = recordEffects(page)
  await checkList(page, request, 2)
  expect(effects).toEqual([])
})

test('every naughty string in a list is shown as text', { tag: '@long' }, async ({
  page,
  request,
}) => {
  test.slow()
  const effects = recordEffects(page)
  for (const number of [1, 3, 4, 5]) await checkList(page, request, number)
  expect(effects).toEqual([])
})

/** Checks that a page of the list shows each description as text. */
async function checkList(page: Page, request: APIRequestContext, number: number): Promise<void> {
  const response = await request.get(`${sampleUrl}/users/naughty/repos`, {
    params: { sort: 'full_name', direction: 'asc', per_page: 30, page: number },
    headers: { 'user-agent': 'tests' },
  })
  const repositories: { full_name: string; description: string }[] = await response.json()
  await page.goto(`/owners/naughty?sort=name&page=${number}`)
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()

  const cards = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('time') })
  await expect(cards).toHaveCount(30)
  const shown = await cards
    .getByRole('paragraph')
    .evaluateAll((paragraphs) => paragraphs.map(({ textContent }) => textContent))
  // A blank description counts as none.
  const descriptions = repositories.map(({ description }) => normalizeText(description))
  expect(shown).toEqual(descriptions.filter((description) => description.trim() !== ''))
  await expectToFit(page)
}

const sections = ['', '/issues', '/pulls', '/releases', '/contributors', '/activity']

test('every page of a repository with naughty strings is complete', async ({ page }) => {
  test.slow()
  const effects = recordEffects(page)
  for (const section of sections) await checkRepositoryPage(page, 'null', section)
  await checkRepositoryPage(page, 'string-99')
  expect(effects).toEqual([])
})

test('the overview of a repository with a naughty name is complete', { tag: '@long' }, async ({
  page,
}) => {
  test.slow()
  const effects = recordEffects(page)
  for (const name of ['undefined', 'NaN', 'hasOwnProperty', '--version', '0..0']) {
    await checkRepositoryPage(page, name)
  }
  expect(effects).toEqual([])
})

async function checkRepositoryPage(page: Page, name: string, section = ''): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 })
  const response = await page.goto(`/repos/naughty/${name}${section}`)
  expect.soft(response?.status(), name + section).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`naughty / ${name}`)
  await expect(page.getByRole('button', { name: 'Pin', exact: true })).toBeVisible()
  if (!section) await expect(page.getByRole('img', { name: 'Commits per week' })).toBeVisible()
  await expectToFit(page)
}

test('a comparison of repositories with naughty strings is complete', async ({ page }) => {
  const effects = recordEffects(page)
  await page.goto('/compare?repos=naughty/null,naughty/string-99,naughty/undefined,naughty/NaN')
  await expect(page.getByRole('columnheader')).toHaveCount(4)
  await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeVisible()
  await expectToFit(page)
  expect(effects).toEqual([])
})

/** Records effects that text cannot have: a dialog, or a request to another site. */
function recordEffects(page: Page): string[] {
  const effects: string[] = []
  page.on('dialog', async (dialog) => {
    effects.push(`dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('request', (request) => {
    const isOurs = new URL(request.url()).host === new URL(page.url()).host
    const isImage = request.resourceType() === 'image'
    if (page.url() !== 'about:blank' && !isOurs && !isImage) effects.push(request.url())
  })
  return effects
}

/** Checks that the page fits into a narrow window. */
async function expectToFit(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
}

/** Normalizes a text as the HTML parser does: line ends, and the null character. */
function normalizeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
}

import type { Page } from '@playwright/test'
import { sampleUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

test('every naughty string is text in a list, and breaks nothing', async ({ page, request }) => {
  test.slow()
  const harm = harmDoneTo(page)
  for (let number = 1; number <= 5; number++) {
    const told = await request.get(`${sampleUrl}/users/naughty/repos`, {
      params: { sort: 'full_name', direction: 'asc', per_page: 30, page: number },
      headers: { 'user-agent': 'tests' },
    })
    const repositories: { full_name: string; description: string }[] = await told.json()
    await page.goto(`/owners/naughty?sort=name&page=${number}`)
    await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()

    const cards = page.getByRole('main').getByRole('listitem').filter({ hasText: 'pushed' })
    await expect(cards).toHaveCount(30)
    const shown = await cards
      .getByRole('paragraph')
      .evaluateAll((paragraphs) => paragraphs.map(({ textContent }) => textContent))
    expect(shown).toEqual(repositories.map(({ description }) => asParsed(description)))
    await expectRoom(page)
  }
  expect(harm).toEqual([])
})

for (const name of [
  'undefined',
  'null',
  'NaN',
  'hasOwnProperty',
  '--version',
  '0..0',
  'string-99',
]) {
  test(`the overview of naughty/${name} is whole, whatever people wrote in it`, async ({
    page,
  }) => {
    const harm = harmDoneTo(page)
    const response = await page.goto(`/repos/naughty/${name}`)

    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`naughty / ${name}`)
    await expect(page.getByRole('img', { name: 'Commits per week' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Pin', exact: true })).toBeVisible()
    await expectRoom(page)
    expect(harm).toEqual([])
  })
}

for (const section of ['issues', 'pulls', 'releases', 'contributors', 'activity']) {
  test(`the ${section} of naughty/null are whole, whatever people wrote in them`, async ({
    page,
  }) => {
    const harm = harmDoneTo(page)
    const response = await page.goto(`/repos/naughty/null/${section}`)

    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('naughty / null')
    await expect(page.getByRole('button', { name: 'Pin', exact: true })).toBeVisible()
    await expectRoom(page)
    expect(harm).toEqual([])
  })
}

test('a comparison of naughty repositories is whole', async ({ page }) => {
  const harm = harmDoneTo(page)
  await page.goto('/compare?repos=naughty/null,naughty/string-99,naughty/undefined,naughty/NaN')
  await expect(page.getByRole('columnheader')).toHaveCount(4)
  await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeVisible()
  await expectRoom(page)
  expect(harm).toEqual([])
})

/** What a string has done that a text cannot do: opened a dialog, or brought in code or a frame. */
function harmDoneTo(page: Page): string[] {
  const harm: string[] = []
  page.on('dialog', async (dialog) => {
    harm.push(`dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('request', (request) => {
    const isOurs = new URL(request.url()).host === new URL(page.url()).host
    const isPicture = request.resourceType() === 'image'
    if (page.url() !== 'about:blank' && !isOurs && !isPicture) harm.push(request.url())
  })
  return harm
}

/** Nothing is wider than the narrowest window. */
async function expectRoom(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
}

/** A text as the HTML parser gives it back: one kind of line end, and no zero character. */
function asParsed(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
}

import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'
import { users } from '../support/users.ts'

// Cells that are not loaded yet arrive when the page updates itself.
const LOADING_MS = 20_000

test('a board has a row for each repository, also for one that is missing', async ({
  page,
  request,
}) => {
  await page.goto('/compare?repos=acme/rocket,acme/quiet-corner,acme/nothing')
  await page.getByRole('link', { name: 'Show as a board' }).click()
  await expect(page).toHaveURL('/board?repos=acme/rocket,acme/quiet-corner,acme/nothing')

  await expect(rowOf(page, 'acme/rocket')).toHaveText(
    [/passing \d/, /or more/, /^231/, /^38/, '20', /^v4\.2\.1/, /^\+/, '1'],
    { timeout: LOADING_MS },
  )
  await expect(rowOf(page, 'acme/quiet-corner')).toHaveText(
    [/passing/, 'Disabled', 'Disabled', '3', '33', /^v/, /^\+/, '0'],
    { timeout: LOADING_MS },
  )
  await expect(rowOf(page, 'acme/nothing')).toHaveText(['It doesn’t exist, or it’s private.'])

  await page.getByRole('link', { name: 'Open issues' }).click()
  const head = page.getByRole('columnheader', { name: 'Open issues' })
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('link', { name: 'Open issues' }).click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect(page).toHaveURL(/&sort=issues&order=asc$/)
  await page.getByRole('link', { name: 'Repository' }).click()
  await expect(page.getByRole('rowheader')).toHaveText([
    'acme/nothing',
    'acme/quiet-corner',
    'acme/rocket',
  ])

  const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
  expect(await (await request.get(csv ?? '')).text()).toContain(
    '"Open issues","unknown","disabled",231\r\n',
  )
})

test('an invalid board is a 400 that says what to change', async ({ request }) => {
  const names = Array.from({ length: 25 }, (_, index) => `acme/repo-${index}`)
  for (const [repos, text] of [
    ['acme/rocket,acme', 'Use owner/name instead of “<bdi>acme</bdi>”.'],
    [names.join(), 'up to <!-- -->24<!-- --> repositories, and this address names <!-- -->25'],
  ]) {
    const response = await request.get(`/board?repos=${repos}`)
    expect(response.status()).toBe(400)
    expect(response.headers()['cache-control']).toBe('private, no-store')
    expect(await response.text()).toContain(text)
  }
})

test('a viewer’s board has their own and pinned repositories, and compares them with last week', async ({
  page,
}) => {
  const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString()
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${users.ben.token}` })
  await page.goto('/me')
  await page.evaluate(() => {
    localStorage.setItem('pins', JSON.stringify([{ id: 7, name: 'nova/rocket' }]))
  })
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await expect(page.getByRole('link', { name: users.ben.repo })).toBeVisible()
  await expect(page.getByRole('rowheader').first()).toHaveText('nova/rocket')
  await expect(page.getByText('Not loaded yet')).toHaveCount(0, { timeout: LOADING_MS })

  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('board-histories')))
    .toContain('"issues"')
  await page.evaluate((at) => {
    const [[board = '', [today = { repos: {} }]] = ['', []]] = Object.entries<
      { repos: Record<string, { issues: number }> }[]
    >(JSON.parse(localStorage.getItem('board-histories') ?? '{}'))
    const [[id = '', figures] = []] = Object.entries(today.repos)
    const repos = { [id]: { issues: Number(figures?.issues) + 3 } }
    localStorage.setItem('board-histories', JSON.stringify({ [board]: [{ at, repos }] }))
  }, weekAgo)
  await page.reload()
  await page.getByRole('button', { name: 'Compare with' }).click()
  const changes = page.getByRole('table', { name: 'Changes' })
  await expect(changes.getByRole('rowheader')).toHaveText([/\//, 'Open issues'])
  await expect(changes.getByRole('cell').last()).toHaveText('−3')
})

test('a maintainer with 40 repositories has a board of 24', async ({ page }) => {
  await page.setExtraHTTPHeaders({ authorization: 'Bearer sample-token-fay' })
  await page.goto('/me/board')
  await expect(page.getByRole('rowheader')).toHaveCount(24)
  await expect(page.getByText(/^24 of your 40 repositories/)).toBeVisible()
  await expect(page.getByText('so this page up to 264')).toBeVisible()
  const ci = page.getByRole('cell', { name: /^(passing|failing) \d/ })
  await expect(ci.first()).toBeVisible({ timeout: LOADING_MS })
  await page.getByRole('navigation', { name: 'Pages of your board' }).getByText('2').click()
  await expect(page.getByRole('rowheader')).toHaveCount(16)
})

/** The cells of a repository's row. */
function rowOf(page: Page, name: string) {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell')
}

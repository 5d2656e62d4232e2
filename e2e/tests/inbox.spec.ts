import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

const fayHeaders = { authorization: 'Bearer sample-token-fay' }
const issueUrl = /\/fay\/\w+\/issues\/\d+$/

// GitHub’s own pages are not part of the sample.
test.beforeEach(({ page }) =>
  page.route(issueUrl, (route) => route.fulfill({ contentType: 'text/html', body: 'GitHub' })),
)

test('the first item that needs an answer is two steps from home, and four without a session', async ({
  page,
}) => {
  const inbox = page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Inbox' })
  await page.goto('/')
  await inbox.click()
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click()
  // The sample asks who you are, as GitHub does if you are not signed in there.
  await page.getByRole('radio', { name: 'fay' }).check()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await firstItem(page).click()
  await expect(page).toHaveURL(issueUrl)

  await page.goto('/')
  await inbox.click()
  await firstItem(page).click()
  await expect(page).toHaveURL(issueUrl)
})

test('a maintainer of 40 repositories goes through the inbox with the keyboard alone', async ({
  page,
}) => {
  await page.setExtraHTTPHeaders(fayHeaders)
  await page.goto('/me')
  await expect(page.locator('time[title]').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('awaiting')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/me/inbox?section=awaiting-response')
  const section = page.getByRole('region', { name: /^Awaiting first response/ })
  await expect(section.locator('[data-item]')).toHaveCount(30)
  const total = await readTotal(page)
  expect(total).toBeGreaterThan(100)

  const titles = await section.locator('[data-item]').allTextContents()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(page.locator(':focus')).toHaveText(titles[0] ?? '')
  // At once, also the first time on a page: Enter must not open the item.
  await page.keyboard.press('e')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Hidden until something happens.')).toBeVisible()
  await expect(page.locator(':focus')).toHaveText(titles[1] ?? '')
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => readTotal(page)).toBe(total - 2)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog').getByRole('term')).toHaveText([
    'Ctrl K',
    '/',
    'i',
    '?',
    'j',
    'k',
    'o',
    'e',
  ])
  await page.keyboard.press('Escape')
  await expect(page.locator(':focus')).toHaveText(titles[2] ?? '')
  await page.keyboard.press('o')
  await expect(page).toHaveURL(issueUrl)
  await page.goBack()
  await expect(page.locator(':focus')).toHaveText(titles[2] ?? '')
  await expect(page.locator(':focus')).toBeInViewport()
})

test('headings and the title count the same, and filters move the focus to the first heading', async ({
  page,
}) => {
  await page.setExtraHTTPHeaders(fayHeaders)
  await page.goto('/me/inbox?owner=fay')
  await page.getByRole('button', { name: /^Hide/ }).first().click()
  await page.getByRole('button', { name: 'Until tomorrow' }).click()
  const heading = page.getByRole('heading', { name: /^Awaiting first response \d+ 1 hidden$/ })
  await expect(heading).toBeVisible()
  const reviews = await page.getByRole('heading', { name: /^Review requested/ }).textContent()
  const waiting = (await readTotal(page)) + Number(/\d+/.exec(reviews ?? '')?.[0] ?? 0)
  await expect(page).toHaveTitle(`Inbox (${waiting}) · Repo Dashboard`)

  await page.getByText('Repositories of fay, newest first').click()
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('Repository')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/group=repo/)
  await expect(heading).toBeFocused()
})

test('a tab with an inbox that becomes visible after a minute reloads it, and keeps the focus', async ({
  page,
}) => {
  await page.setExtraHTTPHeaders(fayHeaders)
  await page.goto('/me/inbox')
  const first = firstItem(page)
  await expect(page.getByRole('button', { name: /^Hide/ }).first()).toBeVisible()
  await first.focus()
  const title = (await first.textContent()) ?? ''
  const reloads: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/me/inbox.json')) reloads.push(request.url())
  })
  const show = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await show()
  expect(reloads).toEqual([])
  await page.evaluate(() => {
    const later = Date.now() + 61_000
    Date.now = () => later
  })
  const response = page.waitForResponse(/\/me\/inbox\.json/)
  await show()
  await (await response).finished()
  await show()
  expect(reloads).toHaveLength(1)
  await expect(page.locator(':focus')).toHaveText(title)
})

test('a hidden item returns when its day comes or something happens, and what is new is marked', async ({
  page,
}) => {
  await page.setExtraHTTPHeaders(fayHeaders)
  await page.goto('/me/inbox')
  const items = page.getByRole('region', { name: /^Awaiting/ }).getByRole('listitem')
  const titles = await items.locator('[data-item]').allTextContents()
  for (const until of ['Until something happens', 'Until next week', 'Until tomorrow']) {
    await items.first().getByRole('button', { name: 'Hide' }).click()
    await page.getByRole('button', { name: until }).click()
  }
  await expect(items.locator('[data-item]').first()).toHaveText(titles[3] ?? '')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(items.locator('[data-item]').first()).toHaveText(titles[2] ?? '')
  await expect(page.locator(':focus')).toHaveText(titles[2] ?? '')
  await page.getByRole('button', { name: 'Show hidden items' }).first().click()
  await items.nth(1).getByRole('button', { name: 'Show again' }).click()
  await expect(page.locator(':focus')).toHaveText(titles[1] ?? '')
  await items.nth(1).getByRole('button', { name: 'Hide' }).click()
  await page.getByRole('button', { name: 'Until next week' }).click()

  await page.evaluate(() => {
    const { fay } = JSON.parse(localStorage.getItem('inbox') ?? '{}')
    const [waiting, dated] = fay.hidden
    waiting.updatedAt = '2020-01-01T00:00:00Z'
    dated.until = '2020-01-01'
    fay.visit.lastAt = new Date(Date.now() - 5 * 86_400_000).toISOString()
    localStorage.setItem('inbox', JSON.stringify({ fay }))
  })
  await page.reload()
  await expect(items.locator('[data-item]').first()).toHaveText(titles[0] ?? '')
  await expect(page.getByText(/^\d+ items? new or updated since your last visit/)).toBeVisible()
  await expect(items.first().getByText('new', { exact: true })).toBeVisible()
})

test('a section of the viewer’s own stays until it is removed', async ({ page }) => {
  await page.setExtraHTTPHeaders(fayHeaders)
  await page.goto('/me/inbox')
  await expect(page.getByRole('button', { name: /^Hide/ }).first()).toBeVisible()
  await page.getByText('Add a section of your own').click()
  const search = page.getByRole('textbox', { name: 'Search in GitHub’s syntax' })
  await search.fill('is:pr is:open user:@me draft:true')
  await page.getByRole('button', { name: 'Show section' }).click()
  const own = page.getByRole('region', { name: 'is:pr is:open user:@me draft:true' })
  await expect(own).toBeVisible()

  await page.goto('/me/inbox')
  await expect(own).toBeVisible()
  await own.getByRole('link', { name: 'Edit this search' }).click()
  await expect(search).toBeFocused()
  await search.fill('is:pr is:open user:@me draft:false')
  await page.getByRole('button', { name: 'Show section' }).click()
  const edited = page.getByRole('region', { name: 'is:pr is:open user:@me draft:false' })
  await expect(edited).toBeVisible()
  await expect(own).toHaveCount(0)

  await edited.getByRole('link', { name: 'Remove this section' }).click()
  await expect(edited).toHaveCount(0)
  await page.goto('/me/inbox')
  await expect(page.getByRole('button', { name: /^Hide/ }).first()).toBeVisible()
  await expect(edited).toHaveCount(0)
})

function firstItem(page: Page) {
  return page
    .getByRole('region', { name: /^Awaiting first response/ })
    .getByRole('listitem')
    .first()
    .getByRole('link')
    .first()
}

async function readTotal(page: Page): Promise<number> {
  const title = await page.getByRole('heading', { name: /^Awaiting/ }).textContent()
  return Number(/\d+/.exec(title ?? '')?.[0])
}

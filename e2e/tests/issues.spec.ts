import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

const issues = '/repos/acme/rocket/issues'

function listOf(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true })
}

test('open issues are listed with labels, author, age and comments; pull requests are not', async ({
  page,
}) => {
  await page.goto(issues)
  const list = listOf(page, 'Open issues')

  await expect(list).toContainText('231 open issues')
  await expect(list.getByRole('listitem')).toHaveCount(30)
  const first = list.getByRole('listitem').first()
  await expect(first).toHaveText(/^open:.+#\d+ opened .+ by [\w-]+/)
  await expect(first.getByRole('link').first()).toHaveAttribute(
    'href',
    /^https:\/\/github\.example\/acme\/rocket\/issues\/\d+$/,
  )
})

test('the URL contains state, label, author and order, and each can be removed', async ({
  page,
}) => {
  await page.goto(issues)
  await page.getByRole('link', { name: 'Closed' }).click()
  await expect(page).toHaveURL(`${issues}?state=closed`)
  const list = listOf(page, 'Closed issues')
  await expect(list).toContainText('1,904 closed issues')

  await list.getByRole('link', { name: 'bug', exact: true }).first().click()
  await expect(page).toHaveURL(`${issues}?state=closed&label=bug`)
  await expect(page.getByLabel('Label', { exact: true })).toHaveValue('bug')
  for (const item of await list.getByRole('listitem').all()) await expect(item).toContainText('bug')

  const authors = list.getByRole('paragraph').getByRole('link')
  const author = await authors.first().textContent()
  await authors.first().click()
  await expect(page).toHaveURL(`${issues}?state=closed&label=bug&author=${author}`)
  for (const item of await list.getByRole('listitem').all()) {
    await expect(item).toContainText(`by ${author}`)
  }

  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(`${issues}?state=closed`)
})

test('a form chooses label, author and order', async ({ page }) => {
  await page.goto(`${issues}?state=closed`)
  await page.getByLabel('Label', { exact: true }).fill('good first issue')
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Most commented')
  await page.getByRole('button', { name: 'Apply' }).click()

  await expect(page).toHaveURL(`${issues}?state=closed&label=good+first+issue&sort=comments`)
  const list = listOf(page, 'Closed issues')
  const counts = async () => {
    const comments = await list.getByText(/^\s*\d+ comments$/).allTextContents()
    return comments.map((text) => Number.parseInt(text, 10))
  }
  // The URL changes before the list does.
  await expect
    .poll(async () =>
      (await counts()).every((count, index, all) => count <= (all[index - 1] ?? 99)),
    )
    .toBe(true)
  expect((await counts()).length).toBeGreaterThan(5)
})

test('a pager lists each issue once', async ({ page }) => {
  await page.goto(`${issues}?sort=oldest`)
  const numbers = () =>
    listOf(page, 'Open issues')
      .getByText(/^#\d+/)
      .allTextContents()
      .then((texts) => texts.map((text) => Number(/\d+/.exec(text)?.[0])))
  const first = await numbers()
  expect(first).toEqual(first.toSorted((a, b) => a - b))

  await page.getByRole('link', { name: 'Next', exact: true }).click()
  await expect(page).toHaveURL(`${issues}?sort=oldest&page=2`)
  await expect(page.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page')
  expect(Math.min(...(await numbers()))).toBeGreaterThan(Math.max(...first))
})

test('a list says that no issues match its filters or an unknown author', async ({ page }) => {
  await page.goto(`${issues}?label=no-such-label`)
  await expect(listOf(page, 'Open issues')).toContainText('No open issues match these filters.')
  await page.goto(`${issues}?author=nobody-at-all`)
  await expect(listOf(page, 'Open issues')).toContainText('0 open issues')
})

test('responsiveness has a median, its sample, the open items and its methodology', {
  tag: '@dates',
}, async ({ page }) => {
  await page.goto(issues)
  const firstResponse = page.getByRole('region', { name: 'Time to first response' })
  await expect(firstResponse).toContainText(
    /58 minutes.*Median of 35 answered issues out of 45 opened since .+\./,
  )
  await expect(firstResponse).toContainText('6 are waiting; oldest: #4685, opened ')
  const timeToClose = page.getByRole('region', { name: 'Time to close' })
  await expect(timeToClose).toContainText(
    /4\.7 days.*Median of 20 closed issues out of 45 opened since /,
  )
  await expect(timeToClose).toContainText('25 are still open.')

  await firstResponse.getByRole('link', { name: 'How this is calculated' }).click()
  await expect(page).toHaveURL(`${issues}#how-it-is-counted`)
  await expect(page.getByRole('region', { name: 'How this is calculated' })).toBeInViewport()
})

test('a page of issues costs at most six requests to GitHub, and shares them with pull requests', async ({
  request,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/issues-${uniqueName(testInfo)}`
  await request.get(`${path}/issues`)
  const requestCount = await upstream.requests(path)
  // The repository, the newest items, review comments, and up to three pages of comments.
  expect(requestCount).toBeLessThanOrEqual(6)
  await request.get(`${path}/pulls`)
  // The search for pull requests is new: GitHub confirms that the repository is still public.
  expect(await upstream.requests(path)).toBe(requestCount + 1)
  // So is the search for the oldest ones.
  await request.get(`${path}/pulls/statistics`)
  expect(await upstream.requests(path)).toBe(requestCount + 2)
})

test('statistics show charts with their samples', async ({ page }) => {
  await page.goto('/repos/acme/rocket/issues')
  await page.getByRole('link', { name: 'Issue statistics' }).click()
  await expect(page).toHaveTitle('Issue statistics · acme/rocket · Repo Dashboard')
  for (const chart of ['Opened per week', 'Closed per week', 'Time to close']) {
    await expect(page.getByRole('img', { name: chart, exact: true })).toBeVisible()
  }
  const ages = page.getByRole('region', { name: 'Age of open issues' })
  await expect(ages).toContainText('Only the 30 oldest of 231 open issues.')
})

test('pull requests are merged, closed or drafts', async ({ page }) => {
  await page.goto('/repos/acme/rocket/pulls')
  await expect(listOf(page, 'Open pull requests')).toContainText('38 open pull requests')
  await expect(
    listOf(page, 'Open pull requests').getByText('draft:', { exact: true }).first(),
  ).toBeAttached()
  await expect(page.getByRole('region', { name: 'Time to merge' })).toContainText(
    'merged pull requests out of',
  )

  await page.getByRole('link', { name: 'Closed', exact: true }).click()
  await expect(page).toHaveURL('/repos/acme/rocket/pulls?state=closed')
  const closed = listOf(page, 'Closed pull requests')
  await expect(closed.getByText('merged:', { exact: true }).first()).toBeAttached()
  await expect(closed.getByText('closed:', { exact: true }).first()).toBeAttached()
})

test('bots have a label, and their pull requests can be listed', async ({ page }) => {
  await page.goto('/repos/acme/rocket/pulls?state=closed')
  const list = listOf(page, 'Closed pull requests')
  await list.getByRole('link', { name: 'tidy-deps[bot]' }).first().click()

  await expect(page).toHaveURL('/repos/acme/rocket/pulls?state=closed&author=tidy-deps%5Bbot%5D')
  await expect(list.getByRole('listitem')).toHaveCount(30)
  for (const item of await list.getByRole('listitem').all()) await expect(item).toContainText('bot')
})

test('a repository with disabled issues says so, and has pull requests', async ({ page }) => {
  await page.goto('/repos/acme/quiet-corner/issues')
  await expect(page.getByRole('status')).toContainText('Issues are disabled')
  await page.goto('/repos/acme/quiet-corner/pulls')
  await expect(listOf(page, 'Open pull requests')).toContainText(/\d open pull requests?/)
})

test('a very large list shows the limit of GitHub’s search', async ({ page }) => {
  await page.goto('/repos/acme/monolith/issues?page=9999')
  await expect(page.getByRole('link', { name: 'Page 34' })).toHaveAttribute('aria-current', 'page')
  await expect(listOf(page, 'Open issues')).toContainText('(GitHub returns the first 1,000)')
})

test('a page without responsiveness data has its list', async ({ page }) => {
  await page.goto('/repos/failures/issue_comments--status-403/issues')
  await expect(page.getByRole('region', { name: 'Time to first response' })).toContainText(
    'GitHub doesn’t provide this for this repository',
  )
  await expect(listOf(page, 'Open issues')).toContainText(/\d open issues?/)
})

test('markup in issue titles is shown as text', async ({ page }) => {
  await page.goto('/repos/acme/polyglot/issues')
  await expect(listOf(page, 'Open issues')).toContainText(/\d open issues?/)
  await expect(listOf(page, 'Open issues').locator('b, script, img')).toHaveCount(0)
})

test('a list that GitHub does not search is unknown, and not empty', async ({ page }) => {
  const response = await page.goto('/repos/failures/unsearchable/issues')
  expect(response?.headers()['cache-control']).toBe(
    'public, max-age=0, must-revalidate, s-maxage=5',
  )
  const list = listOf(page, 'Open issues')
  await expect(list).toContainText('GitHub doesn’t search these issues.')
  await expect(list).not.toContainText('0 open issues')
  await expect(list).not.toContainText('No open issues')
})

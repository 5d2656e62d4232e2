import { uniqueName } from '../support/unique-name.ts'
import { expect, test } from '../support/test.ts'

test('releases are listed with their notes, the newest open', async ({ page }) => {
  await page.goto('/repos/acme/rocket/releases')
  const list = page.getByRole('region', { name: 'Releases', exact: true })

  await expect(list.getByRole('heading', { level: 3 })).toHaveCount(20)
  await expect(list.getByRole('heading', { level: 3 }).first()).toHaveText('v4.2.1')
  await expect(list.getByText('latest', { exact: true })).toHaveCount(1)
  await expect(list.getByText('No step is needed.')).toHaveCount(20)
  await expect(list.getByText('No step is needed.').first()).toBeVisible()
  await expect(list.getByText('No step is needed.').nth(1)).toBeHidden()
  await list.getByText('Notes of v4.2.0').click()
  await expect(list.getByText('No step is needed.').nth(1)).toBeVisible()
})

test('a pager leads through the releases, and the summary stays that of the newest', async ({
  page,
}) => {
  await page.goto('/repos/acme/rocket/releases')
  const summary = page.getByRole('region', { name: 'Latest release' })
  const cadence = await summary.getByText(/^one every \d+ days$/).textContent()

  await page.getByRole('link', { name: 'Next', exact: true }).click()
  await expect(page).toHaveURL('/repos/acme/rocket/releases?page=2')
  await expect(page.getByRole('heading', { level: 3, name: /^v4\.2\.1/ })).toHaveCount(0)
  await expect(summary).toContainText(`v4.2.1`)
  await expect(summary).toContainText(cadence ?? '')
})

test('a pre-release is marked, and is not the latest', async ({ page }) => {
  await page.goto('/repos/acme/monolith/releases')
  const newest = page
    .getByRole('region', { name: 'Releases', exact: true })
    .getByRole('listitem')
    .first()
  await expect(newest).toContainText('pre-release')
  await expect(newest.getByText('latest', { exact: true })).toHaveCount(0)
})

test('contributors of the last year and of all time are listed, with a bus factor each', async ({
  page,
}) => {
  await page.goto('/repos/acme/rocket/contributors')
  const year = page.getByRole('region', { name: 'Last twelve months', exact: true })
  await expect(year.getByRole('columnheader')).toHaveText([
    'Contributor',
    'Commits',
    'Lines added',
    'Lines removed',
  ])
  await expect(year.getByRole('row').nth(1)).toHaveText(/^\s*tomasz-novak\s*[\d,]{10,}$/)
  await expect(year).toContainText('Bus factor 4: 4 people of 89 made half of the commits')

  const all = page.getByRole('region', { name: 'Since the beginning' })
  await expect(all.getByRole('listitem').first()).toHaveText(/^\s*tomasz-novak\s*978 · 25\.9 %$/)
  await expect(all).toContainText('91 in all')
  await page.getByRole('link', { name: 'Page 4' }).click()
  await expect(page).toHaveURL('/repos/acme/rocket/contributors?page=4')
  await expect(all.getByRole('listitem')).toHaveCount(1)
})

test('a very large repository’s contributors are not given, those of the last year without lines', async ({
  page,
}) => {
  await page.goto('/repos/acme/monolith/contributors')
  await expect(page.getByRole('region', { name: 'Since the beginning' })).toContainText(
    'GitHub does not give this for the repository.',
  )
  const year = page.getByRole('region', { name: 'Last twelve months', exact: true })
  await expect(year).toContainText('it counts no lines in a repository of this size')
  await expect(year).toContainText('GitHub counts no more than a hundred')
})

test('activity shows weeks, days of the week, lines, and whose commits they are', async ({
  page,
}) => {
  await page.goto('/repos/acme/rocket/activity')

  for (const chart of [
    'Commits per week',
    'Commits per day of the week',
    'Lines added per week',
    'Lines removed per week',
    'Commits of the owner and of others',
  ]) {
    await expect(page.getByRole('img', { name: chart, exact: true })).toBeVisible()
  }
  const days = page.getByRole('region', { name: 'Days of the week' })
  await days.getByText('Show data').click()
  await expect(days.getByRole('rowheader')).toHaveText([
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday',
  ])
})

test('lines that GitHub does not count are said, not hidden', async ({ page }) => {
  await page.goto('/repos/acme/monolith/activity')
  await expect(page.getByRole('region', { name: 'Lines per week' })).toContainText(
    'GitHub counts no lines in a repository of ten thousand commits or more.',
  )
})

test('an empty repository has nothing on any of its pages, and no page fails', async ({ page }) => {
  const said = {
    issues: 'Nobody has opened any lately.',
    pulls: 'Nobody has opened any lately.',
    releases: 'No full release.',
    contributors: 'GitHub knows none.',
    activity: 'No commits in the last year.',
  }
  for (const [section, text] of Object.entries(said)) {
    const response = await page.goto(`/repos/acme/blank/${section}`)
    expect(response?.status(), section).toBe(200)
    await expect(page.getByRole('main'), section).toContainText(text)
  }
})

test('lines that GitHub has counted appear by themselves', async ({ page }, testInfo) => {
  await page.goto(`/repos/fresh/computing-${uniqueName(testInfo)}/activity`)
  await expect(page.getByText('GitHub is counting').first()).toBeVisible()
  await expect(page.getByRole('img', { name: 'Lines added per week' })).toBeVisible({
    timeout: 15_000,
  })
})

test('contributors whom GitHub has counted appear by themselves', async ({ page }, testInfo) => {
  await page.goto(`/repos/fresh/computing-${uniqueName(testInfo)}/contributors`)
  await expect(page.getByText('GitHub is counting').first()).toBeVisible()
  await expect(page.getByRole('table')).toBeVisible({ timeout: 15_000 })
})

test('a page that waits for GitHub lets its visitor go on', async ({
  page,
  upstream,
}, testInfo) => {
  const path = `/repos/fresh/computing-${uniqueName(testInfo)}`
  // Longer than the page waits before it asks again.
  await upstream.delay(`${path}/releases`, 3500)
  await page.goto(`${path}/activity`)
  await expect(page.getByText('GitHub is counting').first()).toBeVisible()
  await page.getByRole('link', { name: 'Releases', exact: true }).click()
  await expect(page).toHaveURL(`${path}/releases`, { timeout: 10_000 })
})

const panels = [
  ['releases', 'releases--status-500', 'Releases', 'GitHub gave no usable answer'],
  ['contributors', 'contributor_stats--status-202', 'Last twelve months', 'still counting'],
  ['contributors', 'contributors--status-403', 'Since the beginning', 'GitHub does not give this'],
  ['activity', 'code_frequency--cut-body', 'Lines per week', 'GitHub gave no usable answer'],
  ['activity', 'participation--status-403', 'Whose commits', 'GitHub does not give this'],
] as const

for (const [section, repo, panel, text] of panels) {
  test(`a panel of ${section} that meets ${repo} fails alone`, async ({ page }) => {
    const response = await page.goto(`/repos/failures/${repo}/${section}`)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('region', { name: panel, exact: true })).toContainText(text)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(repo)
  })
}

for (const section of ['issues', 'pulls', 'releases', 'contributors', 'activity']) {
  test(`${section} of a GitHub that stops answering are the last good ones`, async ({
    page,
    upstream,
  }, testInfo) => {
    const path = `/repos/fresh/stale-${uniqueName(testInfo)}`
    await page.goto(`${path}/${section}`)
    const text = await page.getByRole('main').textContent()

    await upstream.fail(path, 'status-500')
    const response = await page.goto(`${path}/${section}`)
    expect(response?.status()).toBe(200)
    expect((await page.getByRole('main').textContent())?.length).toBeGreaterThan(
      (text?.length ?? 0) / 2,
    )
    await upstream.heal(path)
  })
}

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('without JavaScript every page of a repository shows its data, filters and pagers work', async ({
    page,
  }) => {
    await page.goto('/repos/acme/rocket/issues')
    await page.getByLabel('Label', { exact: true }).fill('bug')
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page).toHaveURL(/\/issues\?label=bug&author=&sort=$/)
    const list = page.getByRole('region', { name: 'Open issues', exact: true })
    for (const item of await list.getByRole('listitem').all()) {
      await expect(item).toContainText('bug')
    }

    const pages = page.getByRole('navigation', { name: 'Pages of the repository' })
    await pages.getByRole('link', { name: 'Releases' }).click()
    await page.getByText('Notes of v4.2.0').click()
    await expect(page.getByText('No step is needed.').nth(1)).toBeVisible()
    await page.getByRole('link', { name: 'Next', exact: true }).click()
    await expect(page).toHaveURL('/repos/acme/rocket/releases?page=2')

    await pages.getByRole('link', { name: 'Contributors' }).click()
    await expect(page.getByRole('table')).toContainText('tomasz-novak')
    await pages.getByRole('link', { name: 'Activity' }).click()
    await expect(page.getByRole('img', { name: 'Lines added per week' })).toBeVisible()
  })
})

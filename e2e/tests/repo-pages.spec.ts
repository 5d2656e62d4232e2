import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

test('releases are listed with their notes, the latest one open', async ({ page }) => {
  await page.goto('/repos/acme/rocket/releases')
  const list = page.getByRole('region', { name: 'Releases', exact: true })

  await expect(list.getByRole('heading', { level: 3 })).toHaveCount(10)
  await expect(list.getByRole('heading', { level: 3 }).first()).toHaveText('v4.2.1')
  await expect(list.getByText('latest', { exact: true })).toHaveCount(1)
  await expect(list.getByText('No step is needed.')).toHaveCount(10)
  await expect(list.getByText('No step is needed.').first()).toBeVisible()
  await expect(list.getByText('No step is needed.').nth(1)).toBeHidden()
  await list.getByText('Notes of v4.2.0').click()
  await expect(list.getByText('No step is needed.').nth(1)).toBeVisible()
})

test('the latest release has its cadence and the unreleased commits', { tag: '@dates' }, async ({
  page,
}) => {
  await page.goto('/repos/acme/rocket/releases')
  const panel = page.getByRole('region', { name: 'Latest release' })

  await expect(panel).toContainText('Unreleased commits20 commits')
  await expect(panel.getByRole('link', { name: /commits$/ })).toHaveAttribute(
    'href',
    /\/compare\/v4\.2\.1\.\.\.HEAD$/,
  )
  await expect(panel).toContainText('Release cadenceEvery 15 days')
})

test('a pager lists older releases, and the summary still shows the latest', async ({ page }) => {
  await page.goto('/repos/acme/rocket/releases')
  const summary = page.getByRole('region', { name: 'Latest release' })
  const cadence = await summary.getByText(/^Every 15 days$/).textContent()

  await page.getByRole('link', { name: 'Next', exact: true }).click()
  await expect(page).toHaveURL('/repos/acme/rocket/releases?page=2')
  await expect(page).toHaveTitle('Releases, page 2 · acme/rocket · Repo Dashboard')
  await expect(page.getByRole('heading', { level: 3, name: /^v4\.2\.1/ })).toHaveCount(0)
  await expect(summary).toContainText(`v4.2.1`)
  await expect(summary).toContainText(cadence ?? '')
})

test('releases have a timeline, their downloads and a link to GitHub’s feed', async ({ page }) => {
  await page.goto('/repos/acme/monolith/releases')
  const timeline = page.getByRole('region', { name: 'Release timeline' })
  await expect(timeline.getByRole('img', { name: /^10 releases from / })).toHaveAccessibleName(
    / 1 of them a pre-release$/,
  )
  await timeline.getByText('Show data').click()
  await expect(timeline.getByRole('rowheader').last()).toHaveText(/, pre-release$/)
  await expect(page.getByRole('link', { name: 'Atom feed of releases on GitHub' })).toHaveAttribute(
    'href',
    /\/acme\/monolith\/releases\.atom$/,
  )
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

test('contributors of the last year have the bus factor of the report card', async ({ page }) => {
  await page.goto('/repos/acme/rocket/contributors')
  const year = page.getByRole('region', { name: 'Last 12 months', exact: true })
  await expect(year.getByRole('columnheader')).toHaveText([
    'Contributor',
    'Commits',
    'Additions',
    'Deletions',
  ])
  await expect(year.getByRole('row').nth(1)).toHaveText(/^\s*tomasz-novak\s*[\d,]{10,}$/)
  await expect(year).toContainText(
    'Bus factor 4: 4 of 89 people made half of the past year’s commits, bots excluded',
  )
  await expect(year).toContainText('GitHub leaves merge commits and empty commits out')
  const curve = year.getByRole('img', { name: 'Share of commits, last 12 months' })
  await expect(curve.getByText('Bus factor 4', { exact: true })).toBeVisible()

  const all = page.getByRole('region', { name: 'All time' })
  await expect(all.getByRole('listitem').first()).toHaveText(/^\s*tomasz-novak\s*978 · 25\.9%$/)
  await expect(all).toContainText('people made half of the commits of all time')
  await expect(all).toContainText('91 contributors')
  await page.getByRole('link', { name: 'Page 4' }).click()
  await expect(page).toHaveURL('/repos/acme/rocket/contributors?page=4')
  await expect(all.getByRole('listitem')).toHaveCount(1)
})

test('a very large repository has no all-time contributors and no line counts', async ({
  page,
}) => {
  await page.goto('/repos/acme/monolith/contributors')
  await expect(page.getByRole('region', { name: 'All time' })).toContainText(
    'GitHub doesn’t provide this for this repository',
  )
  const year = page.getByRole('region', { name: 'Last 12 months', exact: true })
  await expect(year).toContainText('GitHub has no line counts for a repository this large')
  await expect(year).toContainText('GitHub returns at most 100 contributors')
})

test('activity shows commits by week, day, weekday and owner, and lines by week', async ({
  page,
}) => {
  await page.goto('/repos/acme/rocket/activity')

  for (const chart of [
    'Commits per week',
    'Commits per day',
    'Commits by weekday',
    'Additions and deletions per week',
    'Commits by owner vs. others',
  ]) {
    await expect(page.getByRole('img', { name: chart, exact: true })).toBeVisible()
  }
  const days = page.getByRole('region', { name: 'Commits by weekday' })
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

test('activity shows the range of the URL, and links to the others', async ({ page }) => {
  await page.goto('/repos/acme/rocket/activity?range=3m')
  const ranges = page.getByRole('navigation', { name: 'Range' })
  const commits = page.getByRole('region', { name: 'Commits per week' })
  const code = page.getByRole('region', { name: 'Code frequency' })

  await expect(commits).toContainText('commits in the past 3 months')
  await expect(commits.getByRole('slider')).toHaveAttribute('max', '12')
  await ranges.getByRole('link', { name: 'All' }).click()
  await expect(page).toHaveTitle(/^Activity since the first commit · acme\/rocket/)
  await expect(code).toContainText('85,493 additions')
  await expect(code.getByRole('img', { name: 'Additions and deletions per month' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(
    'GitHub provides commits for the past year only',
  )
  await ranges.getByRole('link', { name: '1 year' }).click()
  await expect(page).toHaveURL('/repos/acme/rocket/activity')
  await expect(commits).toContainText('1,426 commits in the past year')
})

test('the arrow keys move through a heatmap by day and by week', async ({ page }) => {
  await page.goto('/repos/acme/rocket/activity')
  const slider = page.getByRole('slider', { name: 'Commits per day, value by value' })
  await slider.focus()
  await expect(page.getByText(/^\d+ commits?$/)).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveValue('7')
  await page.keyboard.press('ArrowDown')
  await expect(slider).toHaveValue('8')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveValue('0')
})

test('activity says where GitHub has no line counts', async ({ page }) => {
  await page.goto('/repos/acme/monolith/activity')
  await expect(page.getByRole('region', { name: 'Code frequency' })).toContainText(
    'GitHub doesn’t provide code frequency above 10,000 commits.',
  )
})

test('every page of an empty repository says that there is no data', async ({ page }) => {
  const messages = {
    issues: 'No recent issues.',
    pulls: 'No recent pull requests.',
    releases: 'No stable release.',
    contributors: 'No contributors yet.',
    activity: 'No commits in the past year.',
  }
  for (const [section, text] of Object.entries(messages)) {
    const response = await page.goto(`/repos/acme/blank/${section}`)
    expect(response?.status(), section).toBe(200)
    await expect(page.getByRole('main'), section).toContainText(text)
  }
})

test('computed line counts appear without a reload', async ({ page }, testInfo) => {
  await page.goto(`/repos/fresh/computing-${uniqueName(testInfo)}/activity`)
  await expect(page.getByText('Updating…').first()).toBeVisible()
  await expect(page.getByRole('img', { name: 'Additions and deletions per week' })).toBeVisible({
    timeout: 15_000,
  })
})

test('computed contributors appear without a reload', async ({ page }, testInfo) => {
  await page.goto(`/repos/fresh/computing-${uniqueName(testInfo)}/contributors`)
  await expect(page.getByText('Updating…').first()).toBeVisible()
  await expect(page.getByRole('table')).toBeVisible({ timeout: 15_000 })
})

test('a visitor can leave a page that waits for GitHub', async ({ page, upstream }, testInfo) => {
  const path = `/repos/fresh/computing-${uniqueName(testInfo)}`
  // Longer than the polling interval of the page.
  await upstream.delay(`${path}/releases`, 3500)
  await page.goto(`${path}/activity`)
  await expect(page.getByText('Updating…').first()).toBeVisible()
  await page.getByRole('link', { name: 'Releases', exact: true }).click()
  await expect(page).toHaveURL(`${path}/releases`, { timeout: 10_000 })
})

const panels = [
  ['releases', 'releases--status-500', 'Releases', 'GitHub didn’t return valid data'],
  ['contributors', 'contributor_stats--status-202', 'Last 12 months', 'GitHub is computing'],
  ['contributors', 'contributors--status-403', 'All time', 'GitHub doesn’t provide this'],
  ['activity', 'code_frequency--cut-body', 'Code frequency', 'GitHub didn’t return valid data'],
  [
    'activity',
    'participation--status-403',
    'Commits by owner vs. others',
    'GitHub doesn’t provide this',
  ],
] as const

test('a failed panel does not affect the rest of its page', async ({ page }) => {
  for (const [section, repo, panel, text] of panels) {
    const response = await page.goto(`/repos/failures/${repo}/${section}`)
    expect.soft(response?.status(), repo).toBe(200)
    await expect
      .soft(page.getByRole('region', { name: panel, exact: true }), repo)
      .toContainText(text)
    await expect.soft(page.getByRole('heading', { level: 1 }), repo).toContainText(repo)
  }
})

test('every page of a repository shows its cached data while GitHub fails', async ({
  page,
  upstream,
}, testInfo) => {
  test.slow()
  const path = `/repos/fresh/stale-${uniqueName(testInfo)}`
  const sections = ['issues', 'pulls', 'releases', 'contributors', 'activity']
  const lengths = new Map<string, number>()
  for (const section of sections) {
    await page.goto(`${path}/${section}`)
    lengths.set(section, (await page.getByRole('main').textContent())?.length ?? 0)
  }
  await upstream.fail(path, 'status-500')
  for (const section of sections) {
    const response = await page.goto(`${path}/${section}`)
    expect.soft(response?.status(), section).toBe(200)
    const text = await page.getByRole('main').textContent()
    expect.soft(text?.length, section).toBeGreaterThan((lengths.get(section) ?? 0) / 2)
  }
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('the pages of a repository, their filters and pagers work without JavaScript', async ({
    page,
  }) => {
    await page.goto('/repos/acme/rocket/issues')
    await page.getByLabel('Label', { exact: true }).fill('bug')
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page).toHaveURL(/\/issues\?label=bug&author=&sort=#list$/)
    const list = page.getByRole('region', { name: 'Open issues', exact: true })
    for (const item of await list.getByRole('listitem').all()) {
      await expect(item).toContainText('bug')
    }

    const pages = page.getByRole('navigation', { name: 'Repository pages' })
    await pages.getByRole('link', { name: 'Releases' }).click()
    await page.getByText('Notes of v4.2.0').click()
    await expect(page.getByText('No step is needed.').nth(1)).toBeVisible()
    await page.getByRole('link', { name: 'Next', exact: true }).click()
    await expect(page).toHaveURL('/repos/acme/rocket/releases?page=2#list')
    await expect(page.getByRole('heading', { name: 'Releases', exact: true })).toBeInViewport()

    await pages.getByRole('link', { name: 'Contributors' }).click()
    await expect(page.getByRole('table')).toContainText('tomasz-novak')
    await pages.getByRole('link', { name: 'Activity' }).click()
    await expect(page.getByRole('img', { name: 'Additions and deletions per week' })).toBeVisible()
  })
})

test('the overview links to the stars of all time, which state their cost', async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  await page.getByRole('link', { name: 'Stars of all time' }).click()
  await expect(page).toHaveURL('/repos/acme/rocket/stars')
  const tabs = page.getByRole('navigation', { name: 'Repository pages' })
  await expect(tabs.locator('[aria-current]')).toHaveText('Overview')
  const panel = page.getByRole('region', { name: 'Stars of all time' })
  await expect(panel).toContainText('12,431 stars in total')
  await expect(panel).toContainText('Cost: 6 requests to GitHub, of at most 20')
  await expect(panel.getByRole('slider')).toHaveAttribute('aria-valuetext', /^12,431 stars, /)
})

test('without webhooks, an open page does not listen for changes', async ({ page, request }) => {
  const listening: string[] = []
  page.on('request', (sent) => {
    if (sent.url().includes('/api/changes')) listening.push(sent.url())
  })
  await page.goto('/repos/acme/rocket/releases')
  // It is loaded after the page, as the listener would be.
  await expect(page.getByRole('button', { name: 'Pin', exact: true })).toBeVisible()
  expect(listening).toEqual([])
  await expect(page.locator('[data-version]')).toHaveCount(0)
  expect(await page.content()).not.toContain('"follow"')
  expect((await request.get('/api/changes?tag=repo:1')).status()).toBe(404)
})

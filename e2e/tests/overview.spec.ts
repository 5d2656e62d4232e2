import { expect, test } from '../support/test.ts'

test('the report card judges each fact by a limit, and each line links to its page', {
  tag: '@dates',
}, async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  const card = page.getByRole('region', { name: 'Report card' })

  await expect(card).toContainText(
    /Maintained\. Last commit by a human in the week of .+ How this is judged/,
  )
  await expect(card.getByRole('listitem')).toHaveText([
    /^Maintenance 1,4\d\d commits in the past year\s+Good: human commit within 90 days$/,
    /^Releases v4\.2\.1 released .+Every 15 days \(median\) · 20 commits since Good: within 365 days/,
    /^Response /,
    /^CI CI passing on main .*7 of 7 checks · 29 of 30 runs passed Good: passing/,
    /^License MIT license .*Permissive Good: a standard license/,
    /^People Bus factor 4 .*4 of 89 people made half of the past year’s commits, bots excluded Good: 3 or more/,
    /^Security 1 published advisory .*All patched · policy: see GitHub Good: all patched/,
    /^Community files All community files present .*Good: all files present/,
  ])
  await expect(card.getByRole('listitem').getByRole('link')).toHaveCount(8)
  await expect(card.getByRole('link', { name: /^CI / })).toHaveAttribute(
    'href',
    /^https:\/\/github\.example\/acme\/rocket\/commit\/[\da-f]{40}$/,
  )
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(() => {
    test.use({ javaScriptEnabled })

    test(`one click shows why a line is a risk, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      page,
    }) => {
      await page.goto('/repos/nova/sundial')
      const card = page.getByRole('region', { name: 'Report card' })
      await card.getByRole('link', { name: /^Maintenance .+ Risk: none for 365 days/ }).click()

      await expect(page).toHaveURL('/repos/nova/sundial/activity')
      await expect(page.getByRole('region', { name: 'Commits per week' })).toContainText(
        'No commits in the past year',
      )
    })
  })
}

test('the table of limits is one link from the card', async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  await page.getByRole('link', { name: 'How this is judged' }).click()

  await expect(page).toHaveURL('/report-card')
  const table = page.getByRole('table', { name: 'Limits' })
  await expect(table.getByRole('row')).toHaveCount(9)
  await expect(table.getByRole('row', { name: /^People/ })).toContainText('3 or more people')
})

test('an archived, a dormant or a deprecated repository is never good all over', async ({
  page,
}) => {
  const card = page.getByRole('region', { name: 'Report card' })
  const lines = card.getByRole('listitem')
  for (const [name, status] of [
    ['acme/lunar-lander', 'Archived. Read-only. Last push'],
    ['nova/sundial', 'Dormant. Last commit by a human in the week of'],
    ['nova/old-hat', 'Deprecated. Its description: “DEPRECATED: use <b>acme/beacon</b>'],
  ] as const) {
    await page.goto(`/repos/${name}`)
    await expect(card).toContainText(status)
    await expect(lines.filter({ hasText: 'Maintenance' })).toContainText('Risk: ')
    for (const subject of ['Releases', 'CI', 'People']) {
      await expect(lines.filter({ hasText: subject }).first()).not.toContainText('Good: ')
    }
  }
})

test('the time to first response is known once the issues have been opened', async ({ page }, {
  testId,
}) => {
  const path = `/repos/fresh/response-${testId}`
  const line = page.getByRole('region', { name: 'Report card' }).getByRole('link', {
    name: /^Response /,
  })
  await page.goto(path)
  await expect(line).toContainText('Open Issues to measure it')
  await line.click()
  await expect(page).toHaveURL(`${path}/issues`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await page.goto(path)
  await expect(line).toContainText(/First response after .+ recent issues answered/)
})

test('the report card names failing CI checks, and a repository without CI', async ({ page }) => {
  const card = page.getByRole('region', { name: 'Report card' })
  await page.goto('/repos/acme/red-light')
  await expect(card).toContainText(/3 of 7 checks: unit \(node 24\), end-to-end, preview · 12 of /)
  await expect(card).toContainText('Risk: checks fail, and under 50% of runs pass')

  await page.goto('/repos/acme/blank')
  await expect(card).toContainText('No CI on main')
  await expect(card).toContainText('No stable release')
})

test('the report card says "unknown", and why, where GitHub has no data', async ({ page }) => {
  const card = page.getByRole('region', { name: 'Report card' })
  await page.goto('/repos/nova/rocket')
  await expect(card).toContainText(
    /Community files: unknown .*GitHub has no community profile for forks Unknown/,
  )

  await page.goto('/repos/failures/check-runs--status-500')
  await expect(card).toContainText(/Checks: unknown .*Couldn’t load Unknown/)

  await page.goto('/repos/failures/runs--status-500')
  await expect(card).toContainText(/7 of 7 checks · recent runs: couldn’t load Unknown/)

  await page.goto('/repos/failures/security-advisories--status-403')
  await expect(card).toContainText(/Security advisories: unknown .*Not available Unknown/)
})

test('issues and pull requests are counted separately where GitHub has both counts', async ({
  page,
}) => {
  await page.goto('/repos/acme/rocket')
  await page.getByRole('main').getByRole('link', { name: 'Open pull requests' }).click()
  await expect(page).toHaveURL('/repos/acme/rocket/pulls')

  await page.goto('/repos/failures/pulls--status-500')
  await expect(page.getByRole('term').filter({ hasText: 'Open' })).toHaveText([
    'Open issues and pull requests',
  ])
})

test('the star history of a year ends with today’s stars', { tag: '@dates' }, async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  const panel = page.getByRole('region', { name: 'Star history' })

  await expect(panel.getByRole('img', { name: 'Star history' })).toBeVisible()
  await panel.getByText('Show data').click()
  await expect(panel.getByRole('row')).toHaveCount(14)
  await expect(panel.getByRole('row').last()).toContainText('12,431')
})

test('the README is text with absolute links, and the page loads nothing from it', async ({
  page,
}) => {
  const externalRequests: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('github.example')) externalRequests.push(request.url())
  })
  await page.goto('/repos/acme/rocket')
  const readme = page.getByRole('region', { name: 'README' })

  await expect(readme.getByRole('heading', { name: 'Install' })).toBeVisible()
  await expect(readme.getByRole('link', { name: 'the guide' })).toHaveAttribute(
    'href',
    'https://github.example/acme/rocket/blob/HEAD/docs/guide.md',
  )
  await expect(readme.getByRole('img')).toHaveCount(0)
  expect(externalRequests).toEqual([])
})

test('the pages of a repository link to each other', async ({ page }) => {
  await page.goto('/repos/acme/rocket')
  const pages = page.getByRole('navigation', { name: 'Repository pages' })
  const sections = [
    ['Issues', '/issues'],
    ['Pull requests', '/pulls'],
    ['Releases', '/releases'],
    ['Contributors', '/contributors'],
    ['Activity', '/activity'],
    ['Overview', ''],
  ] as const

  for (const [name, path] of sections) {
    await pages.getByRole('link', { name }).click()
    await expect(page).toHaveURL(`/repos/acme/rocket${path}`)
    await expect(pages.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
  }
})

test('every page of a renamed repository redirects to the same page of its new name', async ({
  request,
}) => {
  for (const section of ['issues', 'pulls', 'releases', 'contributors', 'activity']) {
    const response = await request.get(`/repos/acme/old-name/${section}?page=2`, {
      maxRedirects: 0,
    })
    expect(response.status()).toBe(307)
    expect(response.headers().location).toBe(`/repos/acme/new-name/${section}?page=2`)
  }
})

test('no page of a private repository reveals that it exists', async ({ request }) => {
  for (const section of ['issues', 'pulls', 'releases', 'contributors', 'activity']) {
    const response = await request.get(`/repos/acme/secret-plans/${section}`)
    expect(response.status(), section).toBe(404)
  }
})

test('to a screen reader the overview is in reading order, with the state of each panel', async ({
  page,
}) => {
  await page.goto('/repos/failures/contributor_stats--status-500')

  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "failures / contributor_stats--status-500" [level=1]
      - button "Pin"
      - group: Compare with…
      - group: Export
      - navigation "Repository pages":
        - list:
          - listitem:
            - link "Overview"
          - listitem:
            - link "Issues"
          - listitem:
            - link "Pull requests"
          - listitem:
            - link "Releases"
          - listitem:
            - link "Contributors"
          - listitem:
            - link "Activity"
      - paragraph:
        - text: Updated
        - time
      - term:
        - link "Stars"
      - definition: /^4k/
      - region "Report card":
        - heading "Report card" [level=2]
        - paragraph:
          - strong: Activity unknown.
        - list:
          - listitem:
            - link /^Maintenance .+ Unknown$/
          - listitem:
            - link /^Releases .+ Good/
          - listitem:
            - link /^Response .+ Unknown$/
          - listitem:
            - link /^CI .+ Good/
          - listitem:
            - link /^License .+ Good/
          - listitem:
            - link /^People .+ Couldn’t load Unknown$/
          - listitem:
            - link /^Security .+ Unknown$/
          - listitem:
            - link /^Community files .+ Good/
      - region "Commits per week":
        - heading "Commits per week" [level=2]
        - paragraph: /commits in the past year$/
        - figure:
          - img "Commits per week"
          - slider "Commits per week, value by value"
          - group: Show data
      - region "Star history":
        - heading "Star history" [level=2]
        - paragraph: /stars in the past year$/
      - region "Contributors":
        - heading "Contributors" [level=2]
        - paragraph: Couldn’t load
      - region "Latest release":
        - heading "Latest release" [level=2]
      - region "Languages":
        - heading "Languages" [level=2]
        - figure:
          - img "Languages by bytes"
          - list
      - region "Community files":
        - heading "Community files" [level=2]
      - region "Details":
        - heading "Details" [level=2]
      - region "README":
        - heading "README" [level=2]
  `)
})

import type { Page } from '@playwright/test'
import { sampleUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

test('a form compares repositories at a shareable URL', async ({ page }) => {
  await page.goto('/compare')
  const form = page.getByRole('form', { name: 'Repositories to compare' })
  await form.getByRole('textbox').fill('acme/rocket, acme/monolith')
  await form.getByRole('button', { name: 'Compare' }).click()

  await expect(page).toHaveURL(/\/compare\?repos=acme(%2F|\/)rocket(%2C|,)\+?acme(%2F|\/)monolith$/)
  await expect(page.getByRole('columnheader')).toHaveText([/^acme\/rocket/, /^acme\/monolith/])
  await expect(rowOf(page, 'Stars')).toHaveText(['12,431 fewest', '128,540 most'])
  await expect(rowOf(page, 'Open issues')).toHaveText(['231', '4,812'])
  await expect(rowOf(page, 'Open pull requests')).toHaveText(['38', '617'])
  await expect(rowOf(page, 'Contributors in the past year')).toHaveText(['91', 'more than 100'])
  await expect(rowOf(page, 'License')).toHaveText(['MIT Good', 'Apache-2.0 Good'])
})

test('a comparison has the judgments of the report cards, in the same words', async ({ page }) => {
  await page.goto('/compare?repos=acme/rocket,acme/lunar-lander,nova/sundial')
  await expect(rowOf(page, 'Status')).toHaveText(['Maintained', 'Archived', 'Dormant'])
  await expect(rowOf(page, 'Maintenance')).toHaveText([/ Good$/, / Risk$/, / Risk$/])
  await expect(rowOf(page, 'Security')).toHaveText([/ Good$/, /Unknown$|Good$/, / Risk$/])
})

test('a missing repository has an empty column, and a renamed one its new name', async ({
  page,
}) => {
  const response = await page.goto('/compare?repos=acme/old-name,acme/nothing,acme/takedown')

  expect(response?.status()).toBe(200)
  await expect(page.getByRole('columnheader')).toHaveText([
    /^acme\/new-name/,
    'acme/nothing Not found',
    'acme/takedown Blocked',
  ])
  await expect(notesOf(page)).toHaveText([
    /^acme\/new-name acme\/old-name was renamed to acme\/new-name\. .*Updated /,
    'acme/nothing It doesn’t exist, or it’s private.',
    'acme/takedown GitHub disabled it for legal reasons or a terms violation.',
  ])
  await expect(rowOf(page, 'Stars')).toHaveText(['877', '—', '—'])
})

test('the old and the new name of a repository are one column, which says so', async ({ page }) => {
  await page.goto('/compare?repos=acme/new-name,acme/rocket,acme/old-name')
  await expect(page.getByRole('columnheader')).toHaveText([/^acme\/new-name/, /^acme\/rocket/])
  await expect(notesOf(page)).toHaveText([
    /acme\/old-name was renamed to acme\/new-name\. .*Updated /,
    /^acme\/rocket .*Updated /,
  ])
})

test('invalid names and repositories over the limit are skipped and listed', async ({ page }) => {
  await page.goto('/compare?repos=acme/rocket,<b>,a/1,a/2,a/3,a/4')
  await expect(page.getByRole('status').filter({ hasText: 'Skipped' })).toContainText(
    'Skipped “<b>, a/4”.',
  )
})

test('a comparison suggests pinned and recently viewed repositories', async ({ page }) => {
  await page.goto('/repos/acme/beacon')
  await expect(page.getByRole('button', { name: 'Pin', exact: true })).toBeVisible()
  await page.goto('/repos/acme/rocket')
  await page.goto('/compare?repos=acme/rocket')
  await page.getByRole('link', { name: '+ acme/beacon' }).click()

  await expect(page).toHaveURL('/compare?repos=acme/rocket,acme/beacon')
  await expect(page.getByRole('columnheader')).toHaveText([/^acme\/rocket/, /^acme\/beacon/])
})

test('a repository is compared with a second one, which its page suggests', async ({ page }) => {
  await page.goto('/repos/acme/beacon')
  await expect(page.getByRole('button', { name: 'Pin', exact: true })).toBeVisible()
  await page.goto('/repos/acme/rocket')
  await page.getByText('Compare with…').click()
  await page.getByLabel('Second repository').focus()
  const suggestions = page.getByRole('listbox', { name: 'Suggested repositories' })
  await expect(suggestions.getByRole('option')).toHaveText(['acme/beacon'])
  await suggestions.getByRole('option').click()
  await expect(page).toHaveURL('/compare?repos=acme/rocket,acme/beacon')
})

test('links move and remove the repositories of a comparison, and keep the focus', async ({
  page,
}) => {
  await page.goto('/compare?repos=acme/rocket,acme/monolith,acme/beacon')
  const toTheRight = page.getByRole('link', { name: 'Move acme/rocket to the right' })
  await toTheRight.press('Enter')
  await expect(page).toHaveURL('/compare?repos=acme/monolith,acme/rocket,acme/beacon')
  await expect(toTheRight).toBeFocused()
  await page.getByRole('link', { name: 'Move acme/beacon to the left' }).click()
  await expect(page).toHaveURL('/compare?repos=acme/monolith,acme/beacon,acme/rocket')
  await page.getByRole('link', { name: 'Remove acme/monolith' }).press('Enter')
  await expect(page).toHaveURL('/compare?repos=acme/beacon,acme/rocket')
  await expect(page.getByText('2 repositories selected.')).toBeFocused()

  const field = page.getByLabel('Add a repository')
  await field.fill('acme/monolith')
  await field.press('Enter')
  await expect(page).toHaveURL('/compare?repos=acme/beacon,acme/rocket,acme/monolith')
  await expect(page.getByText('3 repositories selected.')).toBeFocused()
  await expect(field).toHaveValue('')
})

test('words find repositories to add, and stay in the field', async ({ page }) => {
  await page.goto('/compare?repos=acme/monolith')
  const form = page.getByRole('form', { name: 'Repositories to compare' })
  await form.getByRole('combobox').or(form.getByRole('textbox')).fill('rocket')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(form.getByRole('combobox').or(form.getByRole('textbox'))).toHaveValue('rocket')
  const found = page.getByRole('list', { name: 'Repositories that match “rocket”' })
  await found.getByRole('link', { name: '+ acme/rocket', exact: true }).click()
  await expect(page).toHaveURL('/compare?repos=acme/monolith,acme/rocket')
})

test('one chart has a line for each repository, with its values in a table', async ({ page }) => {
  await page.goto('/compare?repos=acme/rocket,acme/monolith')
  const lines = page.getByRole('region', { name: 'Commits per 4 weeks' })
  await expect(lines.getByRole('list', { name: 'Lines' }).getByRole('listitem')).toHaveText([
    'acme/rocket',
    'acme/monolith',
  ])
  await lines.getByText('Show data').click()
  const table = lines.getByRole('table')
  await expect(table.getByRole('columnheader')).toHaveText(['acme/rocket', 'acme/monolith'])
  await expect(table.getByRole('rowheader')).toHaveCount(13)

  await lines.getByRole('slider').press('ArrowLeft')
  await expect(lines.getByRole('slider')).toHaveAttribute(
    'aria-valuetext',
    /^acme\/rocket: [\d,]+ · acme\/monolith: [\d,]+, Four weeks from /,
  )
})

test('links choose the values, the scale and the axis of the chart', async ({ page }) => {
  await page.goto('/compare?repos=acme/rocket,acme/monolith')
  await page.getByRole('link', { name: 'Stars', exact: true }).click()
  await expect(page).toHaveURL('/compare?repos=acme/rocket,acme/monolith&chart=stars')
  await page.getByRole('link', { name: 'Indexed to 100' }).click()
  const lines = page.getByRole('region', { name: 'Stars', exact: true })
  await expect(
    lines.getByRole('img', { name: /, the first of each repository is 100$/ }),
  ).toBeVisible()
  await lines.getByText('Show data').click()
  await expect(lines.getByRole('row').nth(1).getByRole('cell')).toHaveText(['100', '100'])

  await page.getByRole('link', { name: 'Age' }).click()
  await page.getByRole('link', { name: 'Logarithmic' }).click()
  await expect(page).toHaveURL(
    '/compare?repos=acme/rocket,acme/monolith&chart=stars&scale=logarithmic&by=age',
  )
  await expect(page.getByRole('link', { name: 'Logarithmic' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await page.getByRole('link', { name: 'Remove acme/monolith' }).click()
  await expect(page).toHaveURL('/compare?repos=acme/rocket&chart=stars&scale=logarithmic&by=age')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(() => {
    test.use({ javaScriptEnabled })

    test(`from home to a comparison of two are three steps ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      page,
    }) => {
      await page.goto('/')
      const search = page.getByRole('main').getByLabel('Search repositories')
      await search.fill('acme/rocket')
      await search.press('Enter')

      await page.getByText('Compare with…').click()

      const second = page.getByLabel('Second repository')
      await second.fill('acme/monolith')
      await second.press('Enter')

      await expect(page).toHaveURL('/compare?repos=acme/rocket,acme/monolith')
      await expect(
        page.getByRole('img', { name: 'Commits per 4 weeks of all repositories' }),
      ).toBeVisible()
    })
  })
}

test('rows that do not differ are hidden by a link', async ({ page }) => {
  await page.goto('/compare?repos=acme/rocket,acme/monolith')
  const rows = page.getByRole('group', { name: 'Comparison' }).getByRole('row')
  const count = await rows.count()
  await page.getByRole('link', { name: /^Hide \d+ rows that do not differ$/ }).click()
  await expect(page).toHaveURL('/compare?repos=acme/rocket,acme/monolith&rows=different')
  expect(await rows.count()).toBeLessThan(count)
  await page.getByRole('link', { name: 'Show all rows' }).click()
  await expect(rows).toHaveCount(count)
})

test('on a phone and in print a comparison needs no scrolling', async ({ page }) => {
  for (const [width, media] of [
    [360, 'screen'],
    [700, 'print'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ media })
    await page.goto('/compare?repos=acme/rocket,acme/monolith,acme/polyglot,nova/rocket')
    const area = page.getByRole('group', { name: 'Comparison', exact: true })
    const overflow = await area.evaluate((box) => box.scrollWidth - box.clientWidth)
    expect(overflow, media).toBeLessThanOrEqual(0)
  }
})

test('each column has the date of its data', async ({ page }) => {
  await page.goto('/compare?repos=acme/rocket,acme/monolith,acme/nothing')
  await expect(notesOf(page)).toHaveText([
    /^acme\/rocket .*Updated /,
    /^acme\/monolith .*Updated /,
    /^acme\/nothing /,
  ])
})

test('computed statistics appear in a comparison without a reload', async ({ page }, {
  testId,
}) => {
  const name = `fresh/computing-compared-${testId}`
  await page.goto(`/compare?repos=acme/rocket,${name}`)

  await expect(page.getByText('GitHub is computing these statistics.').first()).toBeVisible()
  const lines = page.getByRole('list', { name: 'Lines' }).getByRole('listitem')
  await expect(lines.filter({ hasText: name })).toBeVisible({ timeout: 15_000 })
})

test('the star history of a new repository has a chart', async ({ page }) => {
  await page.goto('/compare?repos=acme/blank&chart=stars')
  await expect(page.getByRole('img', { name: 'Stars of all repositories' })).toBeVisible()
})

test.describe(() => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('a comparison is copied as Markdown', async ({ page }) => {
    await page.goto('/compare?repos=acme/rocket,acme/monolith')
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await expect(page.getByText('Copied.')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())

    expect(copied).toMatch(
      /^\| Fact \| acme\/rocket \| acme\/monolith \|\n\| --- \| --- \| --- \|\n/,
    )
    expect(copied).toContain('| Stars | 12431 | 128540 |')
    expect(copied).toMatch(/\| As of \| \d{4}-\d\d-\d\dT[\d:.]+Z \| \d{4}-\d\d-\d\dT[\d:.]+Z \|/)
    expect(copied).toContain('| <https://github.example/acme/rocket> |')
  })

  test('a comparison is copied in a browser that rejects writeText after the click', async ({
    page,
  }) => {
    // Safari does this.
    await page.addInitScript(() => {
      Clipboard.prototype.writeText = () => Promise.reject(new Error('The click is over'))
    })
    await page.goto('/compare?repos=acme/rocket')
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await expect(page.getByText('Copied.')).toBeVisible()
  })

  test('a comparison is copied in a browser without ClipboardItem', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'ClipboardItem')
    })
    await page.goto('/compare?repos=acme/rocket')
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await expect(page.getByText('Copied.')).toBeVisible()
  })

  test('a comparison that fails to load is not copied', async ({ page }) => {
    await page.goto('/compare?repos=acme/rocket')
    await page.route('**/api/export/**', (route) => route.fulfill({ status: 503 }))
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await expect(page.getByText('Couldn’t copy.')).toBeVisible()
  })
})

test('one failing repository is a column with a retry, in a page with a short lifetime', async ({
  page,
}) => {
  const response = await page.goto('/compare?repos=acme/rocket,failures/status-503')

  expect(response?.status()).toBe(200)
  expect(response?.headers()['cache-control']).toBe(
    'public, max-age=0, must-revalidate, s-maxage=5',
  )
  await expect(page.getByRole('columnheader')).toHaveText([
    /^acme\/rocket/,
    'failures/status-503 Couldn’t load Try again',
  ])
  await expect(rowOf(page, 'Stars')).toHaveText(['12,431', '—'])
  await expect(page.getByRole('link', { name: 'CSV' })).toHaveAttribute(
    'href',
    '/api/export/compare.csv?repos=acme/rocket,failures/status-503',
  )
  await page.getByRole('columnheader').getByRole('link', { name: 'Try again' }).click()
  await expect(page).toHaveURL('/compare?repos=acme/rocket,failures/status-503')
})

test('a comparison of repositories that all fail is a 503', async ({ page }) => {
  const response = await page.goto('/compare?repos=failures/status-503,failures/status-500')
  expect(response?.status()).toBe(503)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GitHub isn’t responding')
})

test('a repository that is listed twice is one column, which says so', async ({ page }) => {
  await page.goto('/compare?repos=acme/rocket,ACME/Rocket')
  await expect(page.getByRole('columnheader')).toHaveText([/^acme\/rocket/])
  await expect(notesOf(page)).toHaveText([
    /Listed more than once: also as ACME\/Rocket\. .*Updated /,
  ])
})

test('disabled issues are no count', async ({ page }) => {
  await page.goto('/compare?repos=acme/quiet-corner')
  await expect(rowOf(page, 'Open issues')).toHaveText(['disabled'])
})

function notesOf(page: Page) {
  return page.getByRole('list', { name: 'Notes' }).getByRole('listitem')
}

function rowOf(page: Page, name: string) {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell')
}

test('a pasted address of a repository leads to the canonical comparison', async ({ page }) => {
  await page.goto('/compare')
  const form = page.getByRole('form', { name: 'Repositories to compare' })
  await form.getByRole('textbox').fill(`${sampleUrl}/acme/rocket/issues, acme/monolith`)
  await form.getByRole('button', { name: 'Compare' }).click()

  await expect(page).toHaveURL('/compare?repos=acme/rocket,acme/monolith')
  await expect(page.getByRole('columnheader')).toHaveText([/^acme\/rocket/, /^acme\/monolith/])
})

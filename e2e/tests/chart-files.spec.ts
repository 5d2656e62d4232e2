import { chartTitles } from '../../apps/dashboard/src/components/charts/chart-names.ts'
import { send } from '../support/send.ts'
import { appUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const charts = '/api/charts/repos'

test('every chart is an image and a table that other sites may show', async ({ request }) => {
  for (const [name, title] of Object.entries(chartTitles)) {
    const image = await request.get(`${charts}/acme/rocket/${name}.svg`)
    expect.soft(image.headers(), name).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
    })
    const svg = await image.text()
    expect.soft(svg, name).toContain(`<title id="title">${title}, acme/rocket · `)
    expect.soft(svg, name).toContain('>github.example/acme/rocket · ')

    const table = await request.get(`${charts}/acme/rocket/${name}.csv`)
    expect.soft(table.status(), name).toBe(200)
    expect.soft((await table.text()).split('\r\n').length, name).toBeGreaterThan(5)
  }
})

test.describe(() => {
  // The sandbox blocks the scripts by which Playwright records a trace.
  test.use({ expectedErrors: [/^Blocked script execution in .* frame is sandboxed/] })

  test('a chart that a browser opens by itself has the colors of its scheme', async ({ page }) => {
    for (const [colorScheme, color] of [
      ['light', 'rgb(255, 255, 255)'],
      ['dark', 'rgb(13, 17, 23)'],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(`${charts}/acme/rocket/commits.svg`)
      await expect(page.getByRole('img')).toHaveAccessibleName(/^Commits per week, acme\/rocket/)
      await expect(page.locator('.image')).toHaveCSS('fill', color)
    }
  })
})

test('a chart is an image for every failure, and is cached for seconds at most', async ({
  request,
}) => {
  const failures = {
    'acme/nothing/commits': ['Repository not found', 's-maxage=30'],
    'failures/status-500/commits': ['Unavailable', 'no-store'],
  }
  for (const [path, [message = '', policy = '']] of Object.entries(failures)) {
    const image = await request.get(`${charts}/${path}.svg`)
    expect.soft(image.status(), path).toBe(200)
    expect.soft(await image.text(), path).toContain(`>${message}</desc>`)
    expect.soft(image.headers()['cache-control'], path).toContain(policy)
    const table = await request.get(`${charts}/${path}.csv`)
    expect.soft(table.status(), path).toBe(path.startsWith('failures') ? 503 : 404)
  }
  const undecodable = await send(appUrl, `${charts}/acme/%/commits.svg`)
  expect(undecodable.body).toContain('>Repository not found</desc>')
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('a chart is saved in its range, and its Markdown is one link away', async ({ page }) => {
    await page.goto('/repos/acme/rocket/activity?range=3m')
    const panel = page.getByRole('region', { name: 'Commits per week' })
    await panel.getByText('Show data').click()
    const saved = page.waitForEvent('download')
    await panel.getByRole('link', { name: 'CSV' }).click()
    expect((await saved).suggestedFilename()).toBe('acme-rocket-commits.csv')
    expect((await saved).url()).toBe(`${appUrl}${charts}/acme/rocket/commits.csv?range=3m`)

    await panel.getByRole('link', { name: 'Embed' }).click()
    await expect(page).toHaveURL('/repos/acme/rocket/badge#commits')
    const markdown = page.getByRole('group', { name: 'Markdown for Commits per week' })
    await expect(markdown).toBeInViewport()
    await expect(markdown).toHaveText(
      `[![Commits per week](${appUrl}${charts}/acme/rocket/commits.svg)](${appUrl}/repos/acme/rocket)`,
    )
  })
})

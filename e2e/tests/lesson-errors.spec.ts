import { getData } from '../support/data-route.ts'
import { expect, test } from '../support/test.ts'

const policies: Record<string, string> = {
  'not cached': 'private, no-store',
  'public, 30 s': 'public, max-age=0, must-revalidate, s-maxage=30',
}

test('the table of the lesson matches the responses', async ({ page, request }) => {
  await page.goto('/learn/errors')
  const rows = page.getByRole('table', { name: 'Responses' }).getByRole('row')
  const outcomes = await rows.evaluateAll((found) =>
    found.slice(1).map((row) => ({
      path: row.querySelector('a')?.getAttribute('href') ?? '',
      cells: [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
    })),
  )
  expect(outcomes).toHaveLength(6)

  for (const { path, cells } of outcomes) {
    const document = await request.get(path, { maxRedirects: 0 })
    const data = await getData(request, path)
    const [documentStatus, dataStatus, , cachedFor = ''] = cells
    expect([String(document.status()), String(data.status())], path).toEqual([
      documentStatus,
      dataStatus,
    ])
    expect(document.headers()['cache-control'], path).toBe(policies[cachedFor])
  }
})

const errorHeading = 'Something went wrong'
const clicks = {
  'throw in the function': { heading: errorHeading, loadsDocument: true },
  'throw while rendering': { heading: errorHeading, loadsDocument: false },
  'a secret in the props': { heading: errorHeading, loadsDocument: true },
  'notFound: true': { heading: 'Page not found', loadsDocument: false },
  redirect: { heading: 'Errors and status codes', loadsDocument: false },
  'props with res.statusCode = 503': { heading: 'Errors and status codes', loadsDocument: true },
}

test.describe(() => {
  test.use({ expectedErrors: [/on purpose/] })

  test('a click on each outcome ends as the lesson says', async ({ page }) => {
    const documents: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'document') documents.push(request.url())
    })
    for (const [name, { heading, loadsDocument }] of Object.entries(clicks)) {
      await page.goto('/learn/errors')
      await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
      documents.length = 0
      const row = page.getByRole('row', { name })
      const outcomeText = await row.getByRole('cell').nth(2).textContent()
      await row.getByRole('link').click()

      await expect(page, name).not.toHaveURL('/learn/errors')
      await expect(page.getByRole('heading', { level: 1 }), name).toHaveText(heading)
      expect.soft(documents.length > 0, name).toBe(loadsDocument)
      expect.soft(/a new document/.test(outcomeText ?? ''), name).toBe(loadsDocument)
    }
  })
})

test('a redirect works as a document too', async ({ page }) => {
  await page.goto('/learn/errors?outcome=redirect')
  await expect(page).toHaveURL('/learn/errors?outcome=redirected')
  await expect(page.getByText('You were redirected here')).toBeVisible()
})

test('the page with status 503 has a Retry-After', async ({ page }) => {
  const response = await page.goto('/learn/errors?outcome=not-now')
  expect(response?.status()).toBe(503)
  expect(response?.headers()['retry-after']).toBe('30')
  expect(response?.headers()['cdn-cache-control']).toBeUndefined()
  await expect(page.getByText('This page has status 503')).toBeVisible()
})

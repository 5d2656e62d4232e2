import { getData } from '../support/data-route.ts'
import { expect, test } from '../support/test.ts'

const policies: Record<string, string> = {
  nobody: 'private, no-store',
  'everybody, for 30 s': 'public, max-age=0, must-revalidate, s-maxage=30',
}

test('what the lesson says of each outcome is what arrives', async ({ page, request }) => {
  await page.goto('/learn/errors')
  const rows = page.getByRole('table', { name: 'What arrives' }).getByRole('row')
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
    const [documentStatus, dataStatus, , kept = ''] = cells
    expect([String(document.status()), String(data.status())], path).toEqual([
      documentStatus,
      dataStatus,
    ])
    expect(document.headers()['cache-control'], path).toBe(policies[kept])
  }
})

const broken = 'Something went wrong here'
const clicks = {
  'throw in the function': { heading: broken, asksForDocument: true },
  'throw while rendering': { heading: broken, asksForDocument: false },
  'a secret in the props': { heading: broken, asksForDocument: true },
  'notFound: true': { heading: 'Nothing to see at this address', asksForDocument: false },
  redirect: { heading: 'When it goes wrong', asksForDocument: false },
  'props with res.statusCode = 503': { heading: 'When it goes wrong', asksForDocument: true },
}

test.describe(() => {
  test.use({ expectedErrors: [/on purpose/] })

  for (const [name, { heading, asksForDocument }] of Object.entries(clicks)) {
    test(`a click on “${name}” ends as the lesson says`, async ({ page }) => {
      await page.goto('/learn/errors')
      await expect(page.getByRole('button', { name: 'Show the request' })).toBeVisible()
      const documents: string[] = []
      page.on('request', (request) => {
        if (request.resourceType() === 'document') documents.push(request.url())
      })
      const row = page.getByRole('row', { name })
      const says = await row.getByRole('cell').nth(2).textContent()
      await row.getByRole('link').click()

      await expect(page).not.toHaveURL('/learn/errors')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
      expect(documents.length > 0).toBe(asksForDocument)
      expect(/a document of its own/.test(says ?? '')).toBe(asksForDocument)
    })
  }
})

test('a redirect leads to the page that says so, as a document too', async ({ page }) => {
  await page.goto('/learn/errors?outcome=redirect')
  await expect(page).toHaveURL('/learn/errors?outcome=redirected')
  await expect(page.getByText('You were sent here')).toBeVisible()
})

test('the page with status 503 says when to come back', async ({ page }) => {
  const response = await page.goto('/learn/errors?outcome=not-now')
  expect(response?.status()).toBe(503)
  expect(response?.headers()['retry-after']).toBe('30')
  expect(response?.headers()['cdn-cache-control']).toBeUndefined()
  await expect(page.getByText('This page came with status 503')).toBeVisible()
})

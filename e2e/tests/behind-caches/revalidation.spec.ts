import { type AppBehindCache, startAppBehindCache } from '../../support/app-behind-cache.ts'
import { expect, test } from '../../support/behind-cache.ts'

let app: AppBehindCache

test.beforeAll(async ({ cache }) => {
  app = await startAppBehindCache(cache, {
    SHARED_CACHE: cache,
    EXAMPLE_REPOSITORY: `fresh/pushed-behind-${cache}`,
  })
})

test.afterAll(() => app.end())

test('the lesson shows that a push purges both pages from the shared cache', async ({
  page,
  cache,
}) => {
  await page.goto(`${app.url}/learn/revalidation`)
  await page.getByRole('button', { name: 'Push a commit' }).click()
  await expect(page.getByText(/^Commit [\da-f]{7} was pushed at/)).toContainText(
    /The next visitor got it \d+ ms later\.$/,
  )
  const row = (name: string) =>
    page.getByRole('table', { name: 'Layers' }).getByRole('row').filter({ hasText: name })
  const time = String.raw`push of \d\d:\d\d:\d\d`
  // nginx sends no Age.
  const [shared, next] =
    cache === 'varnish'
      ? [/HIT, age \d s\s*purged\s*\d+$/, 'MISS']
      : [/HIT\s*not purged: 5 s old at most\s*–$/, '[A-Z]+']
  await expect(row('Shared cache')).toHaveText(shared)
  for (const name of ['Next visitor of this page', 'Next visitor of the ISR page']) {
    await expect(row(name)).toHaveText(new RegExp(`${time}, HIT.*${time}, ${next}.*\\d+$`))
  }
})

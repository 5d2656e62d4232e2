import { expect, test } from '../../support/behind-cache.ts'
import { openInspector, parseResponseHeaders, readInspector } from '../../support/inspector.ts'
import { send } from '../../support/send.ts'
import { uniqueName } from '../../support/unique-name.ts'

// A page with panels, a lesson with its own policy, and a page with one call to GitHub.
const paths = ['/repos/acme/rocket', '/learn/caching', '/learn/first-page']

test('behind a cache the inspector shows the headers that any client gets', async ({
  page,
  site,
}, testInfo) => {
  for (const path of paths) {
    // A page with stale data or an unavailable panel is cached for seconds only.
    await expect(async () => {
      const uniquePath = `${path}?visit=${uniqueName(testInfo)}`
      const first = await page.goto(uniquePath)
      // A cache stores one response for each Accept-Encoding.
      const sent = await first?.request().allHeaders()
      const headers = { 'accept-encoding': sent?.['accept-encoding'] ?? '' }
      await page.goto(uniquePath)
      const inspector = await openInspector(page)
      const shown = await readInspector(inspector)
      const response = await send(site.url, uniquePath, { headers })

      expect(response.headers['x-cache']).toBe('HIT')
      expect(shown).toEqual(parseResponseHeaders(response.headers))
      await expect(inspector).toContainText(/Shared cache ?HIT/)
    }).toPass({ timeout: 60_000 })
  }
})

test('behind a cache the age of a page grows between visits', async ({ page }, testInfo) => {
  const path = `/learn/first-page?visit=${uniqueName(testInfo)}`
  const age = async () =>
    Number(/(\d+) seconds? ago/.exec((await page.getByRole('dialog').textContent()) ?? '')?.[1])

  await page.goto(path)
  const { rendered } = await readInspector(await openInspector(page))
  const first = await age()
  await expect.poll(age).toBeGreaterThan(first)
  const before = await age()
  await page.reload()
  const inspector = await openInspector(page)
  expect((await readInspector(inspector)).rendered).toBe(rendered)
  await expect.poll(age).toBeGreaterThan(before)
})

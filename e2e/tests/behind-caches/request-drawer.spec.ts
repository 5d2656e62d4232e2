import { expect, test } from '../../support/behind-cache.ts'
import { drawnPages, openDrawer, saidBy, shownIn } from '../../support/drawer.ts'
import { freshName } from '../../support/fresh-name.ts'
import { send } from '../../support/send.ts'

for (const page of drawnPages) {
  test(`behind a cache the drawer says of ${page} what curl is told`, async ({
    page: tab,
    front,
  }, testInfo) => {
    // What is old or not all there is kept for seconds only.
    await expect(async () => {
      const own = `${page}${page.includes('?') ? '&' : '?'}drawn=${freshName(testInfo)}`
      const first = await tab.goto(own)
      // A cache keeps one answer for each Accept-Encoding.
      const sent = await first?.request().allHeaders()
      const headers = { 'accept-encoding': sent?.['accept-encoding'] ?? '' }
      await tab.goto(own)
      const drawer = await openDrawer(tab)
      const shown = await shownIn(drawer)
      const curl = await send(front.url, own, { headers })

      expect(curl.headers['x-cache']).toBe('HIT')
      expect(shown).toEqual(saidBy(curl.headers))
      await expect(drawer).toContainText(/Cache in front ?HIT/)
    }).toPass()
  })
}

test('behind a cache the age of a page grows from visit to visit', async ({ page }, testInfo) => {
  const path = `/learn/first-page?aged=${freshName(testInfo)}`
  const age = async () =>
    Number(/(\d+) s ago/.exec((await page.getByRole('dialog').textContent()) ?? '')?.[1])

  await page.goto(path)
  const { rendered } = await shownIn(await openDrawer(page))
  const first = await age()
  await expect.poll(age).toBeGreaterThan(first)
  const before = await age()
  await page.reload()
  const drawer = await openDrawer(page)
  expect((await shownIn(drawer)).rendered).toBe(rendered)
  await expect.poll(age).toBeGreaterThan(before)
})

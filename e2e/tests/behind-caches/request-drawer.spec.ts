import { expect, test } from '../../support/behind-cache.ts'
import { drawnPages, openDrawer, saidBy, shownIn } from '../../support/drawer.ts'
import { send } from '../../support/send.ts'

for (const page of drawnPages) {
  test(`behind a cache the drawer says of ${page} what curl is told`, async ({ page: tab, front }, {
    testId,
  }) => {
    // What is old or not all there is kept for seconds only.
    await expect(async () => {
      const own = `${page}${page.includes('?') ? '&' : '?'}drawn=${testId}`
      await send(front.url, own)
      await tab.goto(own)
      const drawer = await openDrawer(tab)
      const shown = await shownIn(drawer)
      const curl = await send(front.url, own)

      expect(curl.headers['x-cache']).toBe('HIT')
      expect(shown).toEqual(saidBy(curl.headers))
      await expect(drawer).toContainText(/Cache in front ?HIT/)
    }).toPass()
  })
}

test('behind a cache the age of a page grows from visit to visit', async ({ page, front }, {
  testId,
}) => {
  const path = `/learn/first-page?aged=${testId}`
  const { rendered } = saidBy((await send(front.url, path)).headers)
  const age = async () =>
    Number(/(\d+) s ago/.exec((await page.getByRole('dialog').textContent()) ?? '')?.[1])

  await page.goto(path)
  await openDrawer(page)
  const first = await age()
  await expect.poll(age).toBeGreaterThan(first)
  const before = await age()
  await page.reload()
  const drawer = await openDrawer(page)
  expect((await shownIn(drawer)).rendered).toBe(rendered)
  await expect.poll(age).toBeGreaterThan(before)
})

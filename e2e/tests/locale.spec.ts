import { expect, test } from '../support/test.ts'

test.describe(() => {
  test.use({ locale: 'de-DE', timezoneId: 'Asia/Kolkata' })

  test('hydration keeps the language of the page', { tag: '@dates' }, async ({ page, request }) => {
    const html = await (await request.get('/repos/acme/rocket')).text()
    expect(html).toMatch(/<time[^>]*>[A-Z][a-z]{2} \d{1,2}, \d{4}<\/time>/)
    expect(html).toMatch(/Updated <time[^>]*>[A-Z][a-z]{2} \d{1,2}, \d{4}, \d\d:\d\d UTC<\/time>/)
    expect(html).toContain('<data value="12431" title="12,431">12.4k</data>')

    await page.goto('/learn/first-page')
    await expect(page.getByRole('main')).toContainText('12,431')
    await page.goto('/owners/acme?sort=name')
    const times = page.getByRole('main').getByRole('time')
    await expect(times.first()).toHaveText(/ ago$/)
    await expect(times.first()).toHaveAttribute('title', /\b20\d\d at \d\d:\d\d:\d\d GMT\+5:30$/)
  })
})

test('times are in the visitor’s time zone', async ({ browser }) => {
  const shown: string[] = []
  for (const timezoneId of ['UTC', 'Asia/Tokyo']) {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId })
    const page = await context.newPage()
    await page.goto('/repos/acme/lunar-lander')
    const pushed = page.getByRole('region', { name: 'Details' }).getByRole('time').first()
    await expect(pushed).toHaveAttribute('title', /:/)
    shown.push((await pushed.getAttribute('title')) ?? '')
    await context.close()
  }
  expect(shown[0]).toMatch(/ at 00:00:00 UTC$/)
  expect(shown[1]).toMatch(/ at 09:00:00 GMT\+9$/)
})

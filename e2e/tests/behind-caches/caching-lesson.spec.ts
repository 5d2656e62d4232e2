import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from '../../support/behind-cache.ts'
import { freshName } from '../../support/fresh-name.ts'
import { send } from '../../support/send.ts'

const documented = 'public, s-maxage=10, stale-while-revalidate=59'

test('the lesson’s page is a MISS, a HIT for ten seconds, stale once at once, and then new', async ({
  front,
}, testInfo) => {
  test.setTimeout(60_000)
  const path = `/learn/caching?visit=${freshName(testInfo)}`
  const first = await send(front.url, path)
  expect(first.headers['cache-control']).toBe(documented)
  expect(first.headers['x-cache']).toBe('MISS')
  const firstRendered = renderedAt(first.headers)

  await expect
    .poll(async () => (await send(front.url, path)).headers['x-cache'], { timeout: 20_000 })
    .not.toBe('HIT')
  // Fresh for ten seconds; a cache counts whole seconds, and so may ask one second early or late.
  expect(Date.now() - firstRendered).toBeGreaterThan(9_000)
  expect(Date.now() - firstRendered).toBeLessThan(14_000)

  // The one that was not a HIT was the old page, and had it renewed behind.
  await expect
    .poll(async () => renderedAt((await send(front.url, path)).headers))
    .toBeGreaterThan(firstRendered)
  const renewed = await send(front.url, path)
  expect(renewed.headers['x-cache']).toBe('HIT')
  await expect.poll(() => front.asked(path)).toBe(2)
})

test('the first visitor after ten seconds gets the old page, and does not wait', async ({
  front,
}, testInfo) => {
  test.setTimeout(60_000)
  const path = `/learn/caching?first=${freshName(testInfo)}`
  const first = await send(front.url, path)
  await expect
    .poll(() => Date.now() - renderedAt(first.headers), { timeout: 20_000 })
    .toBeGreaterThan(11_500)

  const stale = await send(front.url, path)
  expect(stale.headers['x-cache']).toBe('STALE')
  expect(renderedAt(stale.headers)).toBe(renderedAt(first.headers))
  expect(stale.body).toBe(first.body)
})

test('the lesson names the cache that stands in front, and lists what it says', async ({
  page,
  cache,
}) => {
  await page.goto('/learn/caching')
  const name = cache === 'varnish' ? 'Varnish' : 'nginx'
  await expect(page.getByText(`Between you and this server stands ${name}.`)).toBeVisible()
  await expect(page.getByText('No cache stands in front')).toHaveCount(0)

  await page.getByRole('button', { name: 'Ask for this page again' }).click()
  await page.getByRole('button', { name: 'Ask for this page again' }).click()
  const rows = page.getByRole('region', { name: 'What came back' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('HIT')
})

function renderedAt(headers: IncomingHttpHeaders): number {
  return Date.parse(/rendered;desc="([^"]+)"/.exec(String(headers['server-timing']))?.[1] ?? '')
}

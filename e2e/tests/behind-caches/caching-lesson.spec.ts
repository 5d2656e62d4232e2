import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from '../../support/behind-cache.ts'
import { send } from '../../support/send.ts'
import { uniqueName } from '../../support/unique-name.ts'

const documented = 'public, s-maxage=10, stale-while-revalidate=59'

test('the lesson’s page is fresh for ten seconds, and then served stale and revalidated once', async ({
  site,
}, testInfo) => {
  test.setTimeout(60_000)
  const path = `/learn/caching?visit=${uniqueName(testInfo)}`
  const first = await send(site.url, path)
  expect(first.headers['cache-control']).toBe(documented)
  expect(first.headers['x-cache']).toBe('MISS')
  const firstRendered = renderedAt(first.headers)

  let visit = await send(site.url, path)
  await expect
    .poll(
      async () => {
        visit = await send(site.url, path)
        return visit.headers['x-cache']
      },
      { timeout: 30_000 },
    )
    .toBe('STALE')
  // Caches count whole seconds, so one second may be missing.
  expect(Date.now() - firstRendered).toBeGreaterThan(9_000)
  expect(visit.body).toBe(first.body)

  await expect
    .poll(async () => renderedAt((await send(site.url, path)).headers))
    .toBeGreaterThan(firstRendered)
  await expect.poll(() => site.requestCount(path)).toBeGreaterThan(1)
})

test('the lesson names the shared cache and lists its X-Cache headers', async ({ page, cache }) => {
  await page.goto('/learn/caching')
  const name = cache === 'varnish' ? 'Varnish' : 'nginx'
  await expect(
    page.getByText(`There is a shared cache between you and this server: ${name}.`),
  ).toBeVisible()
  await expect(page.getByText('No shared cache in front')).toHaveCount(0)

  await page.getByRole('button', { name: 'Request this page again' }).click()
  await page.getByRole('button', { name: 'Request this page again' }).click()
  const rows = page.getByRole('group', { name: 'Responses' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('HIT')
})

function renderedAt(headers: IncomingHttpHeaders): number {
  return Date.parse(/rendered;desc="([^"]+)"/.exec(String(headers['server-timing']))?.[1] ?? '')
}

import { expect, test } from '../../support/behind-cache.ts'
import { dataPath } from '../../support/data-route.ts'
import { freshName } from '../../support/fresh-name.ts'
import { send } from '../../support/send.ts'

const shared = 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600'
const nobody = 'private, no-store'

for (const page of ['/', '/search?q=rocket', '/owners/acme', '/repos/acme/rocket']) {
  for (const path of [page, dataPath(page)]) {
    test(`${path.replace(/data\/[^/]+/, 'data/…')} is a MISS, then a HIT with the same bytes`, async ({
      front,
    }, testInfo) => {
      const own = `${path}${path.includes('?') ? '&' : '?'}visit=${freshName(testInfo)}`
      const first = await send(front.url, own)
      const second = await send(front.url, own)

      expect(first.status).toBe(200)
      expect(first.headers['x-cache']).toBe('MISS')
      expect(second.headers['x-cache']).toBe('HIT')
      expect(first.headers['server-timing']).toMatch(/, x-cache;desc=MISS$/)
      expect(second.headers['server-timing']).toBe(
        String(first.headers['server-timing']).replace(/MISS$/, 'HIT'),
      )
      expect(second.body).toBe(first.body)
      await expect.poll(() => front.asked(own)).toBe(1)
    })
  }
}

test('a client navigation back to a page asks again, and the cache answers', async ({
  page,
  front,
}, testInfo) => {
  const rocket = `/repos/acme/rocket?visit=${freshName(testInfo)}`
  await page.goto(rocket)
  for (const verdict of ['MISS', 'HIT', 'HIT']) {
    await page.getByRole('link', { name: 'Repo Dashboard' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A repository on one page')
    const answered = page.waitForResponse((response) => response.url().includes('/_next/data/'))
    await page.goBack()
    const response = await answered
    expect(new URL(response.url()).searchParams.get('visit')).toBe(freshName(testInfo))
    expect(response.headers()['x-cache']).toBe(verdict)
    expect(response.headers()['cache-control']).toMatch(/^public, max-age=0, must-revalidate,/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('rocket')
  }
  await expect.poll(() => front.asked(rocket)).toBe(1)
})

for (const kind of ['thrown', 'rendering']) {
  test(`a ${kind} error is never kept, as a page and as data`, async ({ front }) => {
    const page = `/learn/errors/${kind}`
    const paths = kind === 'thrown' ? [page, dataPath(page)] : [page]
    for (const path of paths) {
      const before = front.asked(path)
      for (const _visit of [1, 2, 3]) {
        const answer = await send(front.url, path)
        expect(answer.status).toBe(500)
        expect(answer.headers['cache-control']).toBe(nobody)
        expect(answer.headers['x-cache']).not.toBe('HIT')
      }
      await expect.poll(() => front.asked(path)).toBe(before + 3)
    }
  })
}

test('GitHub’s "not found" is kept for a moment', async ({ front }, testInfo) => {
  const path = `/repos/acme/nothing?visit=${freshName(testInfo)}`
  const first = await send(front.url, path)
  expect(first.status).toBe(404)
  expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate, s-maxage=30')
  expect((await send(front.url, path)).headers['x-cache']).toBe('HIT')
})

test('a redirect is kept by nobody, as a page and as data', async ({ front }, testInfo) => {
  const page = `/repos/acme/old-name?visit=${freshName(testInfo)}`
  for (const [path, status] of [
    [page, 307],
    [dataPath(page), 200],
  ] as const) {
    for (const _visit of [1, 2]) {
      const answer = await send(front.url, path)
      expect(answer.status).toBe(status)
      expect(answer.headers['cache-control']).toBe(nobody)
      expect(answer.headers['x-cache']).not.toBe('HIT')
    }
  }
})

test('what Next answers by itself is kept by nobody', async ({ front }, testInfo) => {
  const paths = {
    [`/repos/acme/rocket/?visit=${freshName(testInfo)}`]: 308,
    [`//repos/acme/rocket?visit=${freshName(testInfo)}`]: 308,
    '/repos/acme/%E0%A4%A': 400,
    [`/_next/data/another-build/index.json?visit=${freshName(testInfo)}`]: 404,
    [`/nowhere?visit=${freshName(testInfo)}`]: 404,
  }
  for (const [path, status] of Object.entries(paths)) {
    for (const _visit of [1, 2]) {
      const answer = await send(front.url, path)
      expect(answer.status, path).toBe(status)
      expect(answer.headers['cache-control'], path).toMatch(/^private, .*no-store/)
      expect(answer.headers['x-cache'], path).not.toBe('HIT')
    }
  }
})

test('Next’s hashed files are kept as long as they say', async ({ page, front }) => {
  await page.goto('/')
  const source = await page
    .locator('script[src^="/_next/static/chunks"]')
    .first()
    .getAttribute('src')
  await send(front.url, source ?? '')
  const answer = await send(front.url, source ?? '')
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(answer.headers['x-cache']).toBe('HIT')
})

test('a page leaves the cache with its own policy', async ({ front }, testInfo) => {
  const path = `/learn/first-page?visit=${freshName(testInfo)}`
  await expect.poll(async () => (await send(front.url, path)).headers['cache-control']).toBe(shared)
})

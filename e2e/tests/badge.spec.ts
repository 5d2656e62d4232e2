import { send } from '../support/send.ts'
import { appUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

const badges = '/api/badge/repos'

test('a badge is an image that other sites may show and shared caches store', async ({
  page,
  request,
}, testInfo) => {
  const response = await request.get(`${badges}/fresh/badge-${uniqueName(testInfo)}.svg`)
  expect(response.status()).toBe(200)
  expect(response.headers()).toMatchObject({
    'content-type': 'image/svg+xml; charset=utf-8',
    'cache-control':
      'public, max-age=0, must-revalidate, s-maxage=300, stale-while-revalidate=3600',
    'cross-origin-resource-policy': 'cross-origin',
  })
  expect(response.headers()['set-cookie']).toBeUndefined()

  // A browser parses it as strict XML here, and shows an error instead of a malformed image.
  await page.goto(`${badges}/acme/rocket.svg`)
  await expect(page.getByRole('img', { name: 'stars: 12.4k' })).toBeVisible()
})

const titles = { ci: 'CI: passing', release: 'release: v4.2.1', license: 'license: MIT' }

test('a badge shows the metric of its "show" parameter', async ({ page }) => {
  for (const [show, title] of Object.entries(titles)) {
    await page.goto(`${badges}/acme/rocket.svg?show=${show}`)
    await expect(page.getByRole('img', { name: title }), show).toBeVisible()
  }
})

const failures = {
  'acme/nothing': {
    title: 'stars: repository not found',
    cacheControl: 'public, max-age=0, must-revalidate, s-maxage=30',
  },
  'failures/status-500': {
    title: 'stars: unavailable',
    cacheControl: 'private, no-store',
  },
  'failures/cut-body': { title: 'stars: unavailable', cacheControl: 'private, no-store' },
}

test('a badge is an image for every failure, and is cached for seconds at most', async ({
  page,
}) => {
  for (const [name, { title, cacheControl }] of Object.entries(failures)) {
    const response = await page.goto(`${badges}/${name}.svg`)
    expect.soft(response?.status(), name).toBe(200)
    expect.soft(response?.headers()['cache-control'], name).toBe(cacheControl)
    await expect(page.getByRole('img', { name: title }), name).toBeVisible()
  }
})

test('a renamed repository keeps its badge', async ({ page }) => {
  await page.goto(`${badges}/acme/old-name.svg?show=licence`)
  await expect(page.getByRole('img', { name: 'license: Apache-2.0' })).toBeVisible()
})

test('a badge is an image even if its path cannot be decoded', async () => {
  for (const path of ['/api/badge/repos/acme/%.svg', '/api/badge/repos/acme/%E0%A4%A.svg']) {
    const { status, headers, body } = await send(appUrl, path)
    expect(status, path).toBe(200)
    expect(headers['content-type'], path).toBe('image/svg+xml; charset=utf-8')
    expect(body, path).toContain('<title>stars: repository not found</title>')
  }
})

test('a badge has no methods but GET and HEAD', async ({ request }) => {
  const response = await request.post(`${badges}/acme/rocket.svg`)
  expect(response.status()).toBe(405)
  expect(response.headers()).toMatchObject({
    allow: 'GET, HEAD',
    'cache-control': 'private, no-store',
  })
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(() => {
    test.use({ javaScriptEnabled })

    test(`the badge page shows each badge with its Markdown, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      page,
    }) => {
      await page.goto('/repos/acme/rocket')
      await page.getByRole('link', { name: 'Badges and charts' }).click()

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Badges and charts')
      for (const subject of ['Stars', 'CI', 'Latest release', 'License']) {
        const image = page.getByRole('img', { name: `${subject} of acme/rocket` })
        await expect(image).toHaveJSProperty('naturalHeight', 20)
      }
      await expect(page.getByRole('group', { name: 'Markdown for CI' })).toHaveText(
        `[![CI](${appUrl}/api/badge/repos/acme/rocket.svg?show=ci)](${appUrl}/repos/acme/rocket)`,
      )
    })
  })
}

import type { APIResponse } from '@playwright/test'
import { repoSections } from '../../apps/dashboard/src/components/repo/repo-sections.ts'
import { appUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'
import { uniqueName } from '../support/unique-name.ts'

const cards = '/api/social-card/repos'

/** The type of the image, its width and its height. */
async function sizeOf(response: APIResponse) {
  const body = await response.body()
  return [response.headers()['content-type'], body.readUInt32BE(16), body.readUInt32BE(20)]
}

test('a social card is an image that other sites may show and shared caches store', async ({
  request,
}, testInfo) => {
  // The deadline may pass on a busy machine, but the next request has the data.
  await expect(async () => {
    const response = await request.get(`${cards}/fresh/card-${uniqueName(testInfo)}.png`)
    expect(response.status()).toBe(200)
    expect(response.headers()).toMatchObject({
      'cache-control':
        'public, max-age=0, must-revalidate, s-maxage=300, stale-while-revalidate=3600',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect(response.headers()['set-cookie']).toBeUndefined()
    expect(await sizeOf(response)).toEqual(['image/png', 1200, 630])
  }).toPass()
})

const failures = {
  'acme/nothing': 'public, max-age=0, must-revalidate, s-maxage=30',
  'failures/status-500': 'private, no-store',
  'failures/slow-headers': 'private, no-store',
  'failures/commit_activity--status-202': 'public, max-age=0, must-revalidate, s-maxage=30',
}

test('a social card is an image for every failure, and is cached for seconds at most', async ({
  request,
}) => {
  for (const [name, cacheControl] of Object.entries(failures)) {
    await expect(async () => {
      const response = await request.get(`${cards}/${name}.png`)
      expect(response.status(), name).toBe(200)
      expect(response.headers()['cache-control'], name).toBe(cacheControl)
      expect(await sizeOf(response), name).toEqual(['image/png', 1200, 630])
    }).toPass()
  }
})

test('a renamed repository redirects to the card of its new name', async ({ request }) => {
  const response = await request.get(`${cards}/acme/old-name.png`, { maxRedirects: 0 })
  expect(response.status()).toBe(307)
  expect(response.headers()).toMatchObject({
    location: `${cards}/acme/new-name.png`,
    'cache-control': 'private, no-store',
  })
})

test('every page of a repository names its card with the address of this site', async ({
  request,
}) => {
  const paths = repoSections.map(({ section }) => (section === 'overview' ? '' : `/${section}`))
  for (const path of [...paths, '/badge']) {
    const response = await request.get(`/repos/acme/rocket${path}`, {
      headers: { 'x-forwarded-host': 'evil.test' },
    })
    const html = await response.text()
    const [image] = html.match(/<meta property="og:image" content="[^"]*"/) ?? []
    expect
      .soft(image, path)
      .toBe(`<meta property="og:image" content="${appUrl}${cards}/acme/rocket.png"`)
    for (const tag of [
      '<meta property="og:image:width" content="1200"',
      '<meta property="og:image:height" content="630"',
      '<meta property="og:image:alt" content="Summary of acme/rocket"',
      '<meta name="twitter:card" content="summary_large_image"',
    ]) {
      expect.soft(html, path).toContain(tag)
    }
  }
})

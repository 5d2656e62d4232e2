import { appUrl, rateLimitedUrl } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const policy = 'public, max-age=0, must-revalidate, s-maxage=3600, stale-while-revalidate=86400'

test('robots.txt and sitemap.xml have absolute URLs of this site for every request', async ({
  request,
}) => {
  for (const [path, type, text] of [
    ['/robots.txt', 'text/plain; charset=utf-8', `Sitemap: ${appUrl}/sitemap.xml\n`],
    ['/sitemap.xml', 'application/xml; charset=utf-8', `<loc>${appUrl}/learn</loc>`],
  ] as const) {
    const response = await request.get(path, { headers: { 'x-forwarded-host': 'evil.test' } })
    expect(response.status()).toBe(200)
    expect(response.headers()['content-type']).toBe(type)
    expect(response.headers()['cache-control']).toBe(policy)
    expect(await response.text()).toContain(text)
    expect((await request.post(path)).status()).toBe(405)
  }
})

test('every page of the sitemap exists and has a canonical URL', async ({ request }) => {
  const xml = await (await request.get('/sitemap.xml')).text()
  const urls = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url)
  expect(urls.length).toBeGreaterThan(4)
  // The lesson exists only with sample data.
  expect(urls).not.toContain(`${appUrl}/learn/failures`)
  for (const url of urls) {
    const { pathname } = new URL(url)
    const response = await request.get(pathname)
    expect(response.status(), pathname).toBe(200)
    const html = await response.text()
    expect(html, pathname).toContain('<meta name="description"')
    // A static page is built without the site's URL.
    if (html.includes('"__N_SSP":true') || html.includes('"gssp":true')) {
      expect(html, pathname).toContain(`<link rel="canonical" href="${url}"`)
    }
  }
})

test('a page has Open Graph tags, by default with an image that exists', async ({ request }) => {
  const html = await (await request.get('/repos/acme/rocket')).text()
  expect(html).toContain('<meta property="og:title" content="acme/rocket"')
  expect(html).toContain(`<meta property="og:url" content="${appUrl}/repos/acme/rocket"`)
  const home = await (await request.get('/')).text()
  expect(home).toContain(`<meta property="og:image" content="${appUrl}/social-card.png"`)
  for (const file of ['/social-card.png', '/favicon.ico', '/apple-touch-icon.png', '/icon.svg']) {
    const response = await request.get(file)
    expect(response.status()).toBe(200)
    expect(response.headers()['cache-control']).toBe('public, max-age=3600')
  }
})

test('security.txt names the contact, and is not found without one', async ({ request }) => {
  const path = '/.well-known/security.txt'
  const response = await request.get(path)
  expect(response.status()).toBe(200)
  expect(response.headers()['content-type']).toBe('text/plain; charset=utf-8')
  expect(response.headers()['cache-control']).toBe(policy)
  expect(await response.text()).toMatch(
    /^Contact: mailto:security@dashboard\.test\nExpires: \d{4}-\d\d-\d\dT[\d:.]+Z\n/,
  )
  expect(await response.text()).toContain(`\nCanonical: ${appUrl}${path}\n`)

  const absent = await request.get(rateLimitedUrl + path)
  expect(absent.status()).toBe(404)
})

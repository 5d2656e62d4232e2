import { expect, test } from 'vitest'
import { robots, securityTxt, sitemap } from './crawlers.ts'

test('robots.txt allows public pages and names the sitemap', () => {
  expect(robots('https://dashboard.example')).toBe(`User-agent: *
Allow: /api/social-card/
Disallow: /me
Disallow: /sign-in
Disallow: /api/
Disallow: /board?
Disallow: /compare?
Disallow: /search?
Disallow: /repos/*/*/stars
Disallow: /*?*sort=
Disallow: /*?*page=
Disallow: /*?*range=

Sitemap: https://dashboard.example/sitemap.xml
`)
})

test('the sitemap has absolute URLs, escaped', () => {
  expect(sitemap('https://dashboard.example/a&b', ['/', '/learn'])).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://dashboard.example/a&amp;b/</loc></url>
<url><loc>https://dashboard.example/a&amp;b/learn</loc></url>
</urlset>
`,
  )
})

test('security.txt names the contact, and expires half a year after the build', () => {
  const builtAt = new Date('2026-01-01T12:00:00Z')
  expect(
    securityTxt('https://dashboard.example', 'mailto:security@dashboard.example', builtAt),
  ).toBe(`Contact: mailto:security@dashboard.example
Expires: 2026-06-30T12:00:00.000Z
Preferred-Languages: en
Canonical: https://dashboard.example/.well-known/security.txt
`)
})

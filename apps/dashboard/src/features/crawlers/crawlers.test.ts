import { expect, test } from 'vitest'
import { robots } from './robots.ts'
import { sitemap } from './sitemap.ts'

test('crawlers may read what is public and its own page, and learn where the list is', () => {
  expect(robots('https://dashboard.example')).toBe(`User-agent: *
Disallow: /me
Disallow: /sign-in
Disallow: /api/
Disallow: /*?*sort=
Disallow: /*?*page=

Sitemap: https://dashboard.example/sitemap.xml
`)
})

test('the list of pages has absolute addresses, escaped', () => {
  const xml = sitemap('https://dashboard.example/a&b')

  expect(xml).toContain('<url><loc>https://dashboard.example/a&amp;b/learn</loc></url>')
  expect(xml).toContain('<url><loc>https://dashboard.example/a&amp;b/learn/first-page</loc></url>')
  expect(xml).not.toContain('/learn/errors/')
  expect(xml).not.toContain('/learn/failures')
})

// Sorted and paginated variants of a list are near-duplicates, and each costs a request to GitHub.
const DISALLOWED = ['/me', '/sign-in', '/api/', '/*?*sort=', '/*?*page=']

/** The rules for crawlers, and the URL of the sitemap (RFC 9309). */
export function robots(siteUrl: string): string {
  const rules = DISALLOWED.map((path) => `Disallow: ${path}`)
  return `${['User-agent: *', ...rules, '', `Sitemap: ${siteUrl}/sitemap.xml`].join('\n')}\n`
}

/** The sitemap of these pages (https://www.sitemaps.org/protocol.html). */
export function sitemap(siteUrl: string, paths: readonly string[]): string {
  const urls = paths.map((path) => `<url><loc>${escapeXml(siteUrl + path)}</loc></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

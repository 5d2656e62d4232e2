// Orders and further pages of a list say what its first page says, and each costs a request to GitHub.
const closed = ['/me', '/sign-in', '/api/', '/*?*sort=', '/*?*page=']

/** What crawlers may read, and where the list of pages is (RFC 9309). */
export function robots(siteUrl: string): string {
  const rules = closed.map((path) => `Disallow: ${path}`)
  return `${['User-agent: *', ...rules, '', `Sitemap: ${siteUrl}/sitemap.xml`].join('\n')}\n`
}

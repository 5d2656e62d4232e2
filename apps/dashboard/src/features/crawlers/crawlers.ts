// Variants of a list are near-duplicates, and each costs a request to GitHub. A comparison costs 13 for
// each repository, a board 9, and all stars up to 20; GitHub allows only 30 searches a minute.
const DISALLOWED = [
  '/me',
  '/sign-in',
  '/api/',
  '/board?',
  '/compare?',
  '/search?',
  '/repos/*/*/stars',
  '/*?*sort=',
  '/*?*page=',
  '/*?*range=',
]

// Programs that preview links obey these rules too. The longest rule for a path wins.
const ALLOWED = ['/api/social-card/']

/** The rules for crawlers, and the URL of the sitemap (RFC 9309). */
export function robots(siteUrl: string): string {
  const rules = [
    ...ALLOWED.map((path) => `Allow: ${path}`),
    ...DISALLOWED.map((path) => `Disallow: ${path}`),
  ]
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

// RFC 9116 §2.5.5 recommends less than a year. Each build confirms that the contact is current.
const SECURITY_TXT_LIFETIME_DAYS = 180

/** The contact for reports of vulnerabilities (RFC 9116), valid for half a year after the build. */
export function securityTxt(siteUrl: string, contact: string, builtAt: Date): string {
  const expires = new Date(builtAt.getTime() + SECURITY_TXT_LIFETIME_DAYS * 86_400_000)
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

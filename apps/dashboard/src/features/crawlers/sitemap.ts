import { chapterPath, chapters } from '#tutorial/chapters.ts'
import { lessons } from '#lessons/lessons.ts'

// Repositories are as many as GitHub has: what links lead to is found without a list.
const pages = ['/', '/search', '/compare', '/learn']

/** The pages that the site has of its own (https://www.sitemaps.org/protocol.html). */
export function sitemap(siteUrl: string): string {
  const readable = Object.values(lessons).filter(
    // These are errors, and with GitHub itself the last is not there.
    ({ path }) => !path.startsWith('/learn/errors/') && path !== lessons.failures.path,
  )
  const paths = [...pages, ...chapters.map(chapterPath), ...readable.map(({ path }) => path)]
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

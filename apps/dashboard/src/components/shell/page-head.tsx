import Head from 'next/head'
import { useFrame } from './frame-context.tsx'

type PageHeadProps = { title: string; description?: string | undefined; path?: string | undefined }

const DEFAULT_DESCRIPTION =
  'Stars, commit activity, releases and contributors of any GitHub repository, and how fresh each number is.'

/**
 * Title, description and, with a path, the canonical URL, for search engines and link previews.
 * Previews need absolute URLs, so only server-rendered pages have them: a static page does not know
 * its site, and its canonical URL is relative to the root.
 */
export function PageHead({ title, description = DEFAULT_DESCRIPTION, path }: PageHeadProps) {
  const siteUrl = useFrame()?.siteUrl
  return (
    <Head>
      <title>{`${title} · Repo Dashboard`}</title>
      <meta name="description" content={description} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {siteUrl && <meta property="og:image" content={`${siteUrl}/social-card.png`} />}
      {siteUrl && path && <meta property="og:url" content={siteUrl + path} />}
      {path && <link rel="canonical" href={(siteUrl ?? '') + path} />}
    </Head>
  )
}

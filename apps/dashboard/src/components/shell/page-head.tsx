import Head from 'next/head'
import { useFrame } from './frame-context.tsx'

type PageHeadProps = {
  /** Undefined on the home page, which has the site's title. */
  title?: string
  description?: string | undefined
  path?: string | undefined
  /** The image of link previews: by default that of the site. */
  image?: PageImage
}

/** An image of 1200 by 630 pixels. */
export type PageImage = { path: string; alt: string }

export const SITE_CARD_PATH = '/social-card.png'

const SITE_TITLE = 'Repo Dashboard: GitHub repository health at a glance'
const DEFAULT_DESCRIPTION =
  'Stars, commit activity, releases and contributors of any GitHub repository, and how fresh each number is.'

const SITE_IMAGE: PageImage = { path: SITE_CARD_PATH, alt: SITE_TITLE }

/**
 * Title, description and, with a path, the canonical URL, for search engines and link previews.
 * Previews need absolute URLs, so only server-rendered pages have them: the URL of the site is unknown
 * when a static page is built, so its canonical URL is relative to the root.
 */
export function PageHead({
  title,
  description = DEFAULT_DESCRIPTION,
  path,
  image = SITE_IMAGE,
}: PageHeadProps) {
  const siteUrl = useFrame()?.siteUrl
  return (
    <Head>
      <title>{title === undefined ? SITE_TITLE : `${title} · Repo Dashboard`}</title>
      <meta name="description" content={description} />
      {/* What shows link previews runs no script. */}
      {typeof window === 'undefined' && (
        <>
          <meta property="og:title" content={title ?? SITE_TITLE} />
          <meta property="og:description" content={description} />
          {siteUrl && <meta property="og:image" content={siteUrl + image.path} />}
          {siteUrl && <meta property="og:image:alt" content={image.alt} />}
          {siteUrl && path && <meta property="og:url" content={siteUrl + path} />}
        </>
      )}
      {path && <link rel="canonical" href={(siteUrl ?? '') + path} />}
    </Head>
  )
}

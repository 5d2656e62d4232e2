import Head from 'next/head'
import { useFrame } from './frame-context.tsx'

type PageHeadProps = { title: string; description?: string | undefined; path?: string | undefined }

const usualDescription = 'GitHub repositories on one page each, with the age of every figure.'

/**
 * Title and description, for search engines and for cards in other sites; the addresses of a page
 * that has one of its own. Cards need absolute ones, so only a page that knows its site has them; a
 * page that is made when the site is built says its canonical address from the site's root.
 */
export function PageHead({ title, description = usualDescription, path }: PageHeadProps) {
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

import Head from 'next/head'
import { useFrame } from './frame-context.tsx'

type PageHeadProps = { title: string; description?: string | undefined; path?: string | undefined }

/** Title, description and, for a page that has one, the canonical address. */
export function PageHead({ title, description, path }: PageHeadProps) {
  const frame = useFrame()
  return (
    <Head>
      <title>{`${title} · Repo Dashboard`}</title>
      {description && <meta name="description" content={description} />}
      {frame && path && <link rel="canonical" href={frame.siteUrl + path} />}
    </Head>
  )
}

import Link from 'next/link'
import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'

/**
 * Links to the same page of the repository, read with the visitor's own token; badges have none. The
 * 404 page is static, so the URL is available in the browser only.
 */
export function ViewWithMyAccount() {
  const { asPath } = useRouter()
  const [path, setPath] = useState('')
  useEffect(() => setPath(asPath), [asPath])
  const [repoPage] = /^\/repos\/[\w-]+\/[\w.-]+(?:\/(?!badge)[a-z/]+)?/.exec(path) ?? []
  // Already on a signed-in page.
  if (path.startsWith('/me')) return <Link href="/me">Go to your repositories</Link>
  return <Link href={repoPage ? `/me${repoPage}` : '/me'}>Sign in to see private repositories</Link>
}

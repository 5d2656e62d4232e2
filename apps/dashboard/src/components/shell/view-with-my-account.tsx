import Link from 'next/link'
import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'

/**
 * Links to the same page of the repository, read with the visitor's own token; badges have none. The
 * 404 page is static, so its URL is available in the browser only.
 */
export function ViewWithMyAccount() {
  const { asPath, pathname } = useRouter()
  const [path, setPath] = useState(pathname === '/404' ? '' : asPath)
  useEffect(() => setPath(asPath), [asPath])
  const [repoPage] = /^\/repos\/[\w-]+\/[\w.-]+(?:\/(?!badge)[a-z/]+)?/.exec(path) ?? []
  // Already on a signed-in page.
  if (path.startsWith('/me')) return <Link href="/me">Go to your repositories</Link>
  // Without a session, this page leads to the sign-in.
  if (repoPage) return <Link href={`/me${repoPage}`}>Private? View it with your account</Link>
  return <Link href="/me">Sign in to see private repositories</Link>
}

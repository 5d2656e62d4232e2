import Link from 'next/link'
import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'

/**
 * Offers to look with the visitor's own token. The 404 page is the same for every URL, and only the
 * browser knows the current one.
 */
export function ViewWithMyAccount() {
  const { asPath } = useRouter()
  const [address, setAddress] = useState('')
  useEffect(() => setAddress(asPath), [asPath])
  const [, name] = /^\/repos\/([\w-]+\/[\w.-]+)/.exec(address) ?? []
  // Already on a signed-in page.
  if (address.startsWith('/me')) return <Link href="/me">Go to your repositories</Link>
  return <Link href={name ? `/me/repos/${name}` : '/me'}>Sign in to see private repositories</Link>
}

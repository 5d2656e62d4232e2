import Link from 'next/link'
import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'

/**
 * Offers a visitor who finds nothing to look with their own token. The 404 page is the same for every
 * address, and only the browser knows which one this is.
 */
export function ViewWithMyAccount() {
  const { asPath } = useRouter()
  const [address, setAddress] = useState('')
  useEffect(() => setAddress(asPath), [asPath])
  const [, name] = /^\/repos\/([\w-]+\/[\w.-]+)/.exec(address) ?? []
  // They have looked.
  if (address.startsWith('/me')) return <Link href="/me">Go to your repositories</Link>
  return <Link href={name ? `/me/repos/${name}` : '/me'}>Look with your own eyes</Link>
}

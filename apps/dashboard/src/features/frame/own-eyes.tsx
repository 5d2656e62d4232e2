import Link from 'next/link'
import { useRouter } from 'next/router'
import { useEffect, useState } from 'react'

/**
 * Offers a visitor who finds nothing to look with their own token. The 404 page is the same for every
 * address, and only the browser knows which one this is.
 */
export function OwnEyes() {
  const { asPath } = useRouter()
  const [path, setPath] = useState('/me')
  useEffect(() => setPath(ownPath(asPath)), [asPath])
  return <Link href={path}>Look with your own eyes</Link>
}

function ownPath(address: string): string {
  const [, name] = /^\/repos\/([\w-]+\/[\w.-]+)/.exec(address) ?? []
  return name === undefined ? '/me' : `/me/repos/${name}`
}

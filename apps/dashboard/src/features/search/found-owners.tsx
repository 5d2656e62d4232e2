import type { Panel } from '@repo/github'
import Link from 'next/link'
import { ownerPath } from '#components/repo/paths.ts'

/** Links to the owners that a search finds, by their logins. */
export function FoundOwners({ owners }: { owners: Panel<string[]> }) {
  if (!('data' in owners)) return <p>Couldn&rsquo;t search owners. Reload the page in a moment.</p>
  return (
    <p>
      Owners:
      {owners.data.map((login, index) => (
        <span key={login}>
          {index > 0 ? ', ' : ' '}
          <Link href={ownerPath(login)}>{login}</Link>
        </span>
      ))}
    </p>
  )
}

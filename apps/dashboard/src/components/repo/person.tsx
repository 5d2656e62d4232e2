import type { Contributor } from '@repo/github'
import { Avatar } from '@repo/ui/avatar'
import { Chip } from '@repo/ui/chip'
import Link from 'next/link'
import { ownerPath } from './paths.ts'

/** Somebody who contributes: picture, name, and whether it is a bot. */
export function Person({
  login,
  avatarUrl,
  isBot,
}: Pick<Contributor, 'login' | 'avatarUrl' | 'isBot'>) {
  // A bot has a name that no owner's page can have.
  const name = login === null || isBot ? login : <Link href={ownerPath(login)}>{login}</Link>
  return (
    <>
      {avatarUrl && <Avatar src={avatarUrl} size={20} />} {name ?? 'somebody unknown to GitHub'}{' '}
      {isBot && <Chip>bot</Chip>}
    </>
  )
}

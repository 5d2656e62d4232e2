import type { Contributor } from '@repo/github'
import { Avatar } from '@repo/ui/avatar'
import { Chip } from '@repo/ui/chip'
import Link from 'next/link'
import { ownerPath } from './paths.ts'

/** A contributor: avatar, login, and whether it is a bot. */
export function Person({
  login,
  avatarUrl,
  isBot,
}: Pick<Contributor, 'login' | 'avatarUrl' | 'isBot'>) {
  // GitHub has no owner page for a bot.
  const hasPage = login !== null && !isBot
  return (
    <span>
      {avatarUrl && <Avatar src={avatarUrl} size={20} />}
      <span> </span>
      {hasPage ? (
        <Link href={ownerPath(login)}>{login}</Link>
      ) : (
        <span>{login ?? 'Unknown author'}</span>
      )}
      {isBot && (
        <span>
          {' '}
          <Chip>bot</Chip>
        </span>
      )}
    </span>
  )
}

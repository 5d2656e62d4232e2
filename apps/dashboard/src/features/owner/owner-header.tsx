import type { Owner } from '@repo/github'
import { Avatar } from '@repo/ui/avatar'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import styles from './owner-header.module.css'

/** An owner's name, bio, links and counts. */
export function OwnerHeader({ owner }: { owner: Owner }) {
  return (
    <header className={styles.header}>
      {owner.avatarUrl && <Avatar src={owner.avatarUrl} size={48} />}
      <div className={styles.text}>
        <h1 className={styles.title} dir="auto">
          {owner.name ?? owner.login}
        </h1>
        <p className={styles.line}>
          <span>{owner.login}</span> <Chip>{owner.isOrganization ? 'organization' : 'user'}</Chip>
        </p>
        {owner.bio && <p dir="auto">{owner.bio}</p>}
        <p className={styles.line}>
          {owner.url && <a href={owner.url}>View on GitHub</a>}
          {owner.blog && (
            <a href={owner.blog} rel="nofollow">
              {new URL(owner.blog).host}
            </a>
          )}
          {owner.location && <bdi>{owner.location}</bdi>}
          {owner.publicRepos !== null && (
            <span>
              <Count value={owner.publicRepos} compact /> public{' '}
              {owner.publicRepos === 1 ? 'repository' : 'repositories'}
            </span>
          )}
          {owner.followers !== null && (
            <span>
              <Count value={owner.followers} compact />{' '}
              {owner.followers === 1 ? 'follower' : 'followers'}
            </span>
          )}
        </p>
      </div>
    </header>
  )
}

import type { Repo } from '@repo/github'
import { Chip } from '@repo/ui/chip'
import Link from 'next/link'
import { badgePagePath, ownerPath } from './paths.ts'
import { RepoActions } from './repo-actions.tsx'
import styles from './repo-header.module.css'
import { VisibilityChip } from './visibility-chip.tsx'

/** A repository's owner, name, description, links and topics. */
export function RepoHeader({ repo }: { repo: Repo }) {
  const [owner = '', name] = repo.fullName.split('/')
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <h1 className={styles.title}>
          <Link href={ownerPath(owner)}>{owner}</Link> <span>/</span> <strong>{name}</strong>{' '}
          <VisibilityChip repo={repo} />
          {repo.archived && <Chip tone="attention">archived</Chip>}
        </h1>
        <RepoActions repo={repo} />
      </div>
      <p className={styles.description} dir="auto">
        {repo.description ?? 'No description.'}
      </p>
      <p className={styles.links}>
        {repo.url && <a href={repo.url}>View on GitHub</a>}
        {repo.homepage && (
          <a href={repo.homepage} rel="nofollow">
            {new URL(repo.homepage).host}
          </a>
        )}
        {!repo.visibility && <Link href={badgePagePath(repo.fullName)}>Badges and charts</Link>}
      </p>
      {repo.topics.length > 0 && (
        <ul className={styles.topics} aria-label="Topics">
          {repo.topics.map((topic) => (
            <li key={topic}>
              <Chip tone="accent" href={`/search?q=${encodeURIComponent(`topic:${topic}`)}`}>
                {topic}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </header>
  )
}

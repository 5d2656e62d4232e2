import Link from 'next/link'
import type { ReactNode } from 'react'
import { repoPath } from '#components/repo/paths.ts'
import type { StoredRepo } from '#components/repo/stored-repos.ts'
import styles from './pinned-repos.module.css'

type RepoLinksProps = {
  label: string
  repos: readonly StoredRepo[]
  /** A button beside each link. */
  action?: (repo: StoredRepo) => ReactNode
}

/** Links to repositories by their names. */
export function RepoLinks({ label, repos, action }: RepoLinksProps) {
  if (repos.length === 0) return null
  return (
    <ul className={styles.names} aria-label={label}>
      {repos.map((repo) => (
        <li key={repo.id}>
          <Link href={repoPath(repo.name)}>{repo.name}</Link> {action?.(repo)}
        </li>
      ))}
    </ul>
  )
}

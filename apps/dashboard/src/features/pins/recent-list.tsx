import Link from 'next/link'
import { repoPath } from '#components/repo/paths.ts'
import type { StoredRepo } from '#components/repo/stored-repos.ts'
import styles from './pinned-repos.module.css'

/** Links to the repositories that were viewed last, in a line. */
export function RecentList({ viewed }: { viewed: readonly StoredRepo[] }) {
  return (
    <>
      <h2 id="recent" className={styles.heading}>
        Recently viewed
      </h2>
      <ul className={styles.names} aria-label="Recently viewed repositories">
        {viewed.map(({ id, name }) => (
          <li key={id}>
            <Link href={repoPath(name)}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

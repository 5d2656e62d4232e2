import type { Repo } from '@repo/github'
import { Button } from '@repo/ui/button'
import { useEffect, useState } from 'react'
import { CompareWith } from './compare-with.tsx'
import { ExportLinks } from './export-links.tsx'
import { basePath } from './paths.ts'
import { MAX_PINS, pins, recordVisit, togglePin } from './pins.ts'
import styles from './repo-actions.module.css'
import { type StoredRepo, useStoredRepos } from './stored-repos.ts'

/** Actions on a repository: pin it in this browser, compare it with another, export it. */
export function RepoActions({ repo }: { repo: Repo }) {
  const { id, fullName } = repo
  const base = basePath(repo)
  return (
    <div className={styles.actions}>
      {/* Pins stay in the browser after sign-out, and public requests contain their IDs. */}
      {!base && id !== null && <PinButton id={id} name={fullName} />}
      <CompareWith fullName={fullName} base={base} />
      <details className={styles.menu} name="repo-actions">
        <summary>Export</summary>
        <div className={styles.menuBody}>
          <ExportLinks path={`/api/export${base}/repos/${fullName}`} />
        </div>
      </details>
    </div>
  )
}

/** Pins a repository, and records the visit. */
function PinButton(repo: StoredRepo) {
  const { id, name } = repo
  const pinned = useStoredRepos(pins)
  const [isFull, setFull] = useState(false)

  useEffect(() => recordVisit({ id, name }), [id, name])

  // Pins are stored in the browser, so the server only reserves the button's space.
  const isPinned = pinned?.some((pin) => pin.id === id)
  return (
    <>
      <span className={styles.pin}>
        {pinned && (
          <Button icon="pin" pressed={isPinned} onClick={() => setFull(!togglePin(repo))}>
            {isPinned ? 'Pinned' : 'Pin'}
          </Button>
        )}
      </span>
      {isFull && (
        <span role="alert">You can pin up to {MAX_PINS} repositories. Unpin one first.</span>
      )}
    </>
  )
}

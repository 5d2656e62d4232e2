import type { Repo } from '@repo/github'
import { Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import { CompareWith } from './compare-with.tsx'
import { ExportLinks } from './export-links.tsx'
import { basePath } from './paths.ts'
import styles from './repo-actions.module.css'

const PinButton = loadOnDemand(async () => (await import('./pin-button.tsx')).PinButton)

/** Actions on a repository: pin it in this browser, compare it with another, export it. */
export function RepoActions({ repo }: { repo: Repo }) {
  const { id, fullName } = repo
  const base = basePath(repo)
  return (
    <div className={styles.actions}>
      {/* Pins stay in the browser after sign-out, and public requests contain their IDs. */}
      {!base && id !== null && (
        <div className={styles.pin}>
          <Suspense>
            <PinButton id={id} name={fullName} />
          </Suspense>
        </div>
      )}
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

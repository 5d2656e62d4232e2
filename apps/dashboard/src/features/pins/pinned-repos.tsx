import { Stack } from '@repo/ui/columns'
import { lazy, Suspense } from 'react'
import { pins, recent } from '#components/repo/pins.ts'
import { useStoredRepos } from '#components/repo/stored-repos.ts'
import { PinFile } from './pin-file.tsx'
import styles from './pinned-repos.module.css'
import { RepoLinks } from './repo-links.tsx'

// Only a visitor with pins needs its code.
const PinnedList = lazy(() =>
  import('./pinned-list.tsx').then((module) => ({ default: module.PinnedList })),
)

/** The visitor's pinned and recently viewed repositories, which only this browser stores. */
export function PinnedRepos() {
  const pinned = useStoredRepos(pins) ?? []
  const viewed = useStoredRepos(recent) ?? []
  return (
    <section aria-labelledby="pinned">
      <Stack>
        <div className={styles.header}>
          <h2 id="pinned">Pinned</h2>
          <PinFile />
        </div>
        <p className={styles.note}>
          Repositories you pin appear here. Pins are saved in this browser only.
        </p>
        {pinned.length > 0 && (
          <Suspense fallback={<RepoLinks label="Pinned repositories" repos={pinned} />}>
            <PinnedList pinned={pinned} />
          </Suspense>
        )}
        {viewed.length > 0 && (
          <>
            <h3>Recently viewed</h3>
            <RepoLinks label="Recently viewed repositories" repos={viewed} />
          </>
        )}
      </Stack>
    </section>
  )
}

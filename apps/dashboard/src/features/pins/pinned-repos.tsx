import { Stack } from '@repo/ui/columns'
import { lazy, Suspense } from 'react'
import { pins, recent } from '#components/repo/pins.ts'
import { useStoredRepos } from '#components/repo/stored-repos.ts'
import styles from './pinned-repos.module.css'

// Only a visitor with pins, or with recently viewed repositories, needs their code.
const PinnedList = lazy(() =>
  import('./pinned-list.tsx').then((module) => ({ default: module.PinnedList })),
)
const RecentList = lazy(() =>
  import('./recent-list.tsx').then((module) => ({ default: module.RecentList })),
)

/** The visitor's pinned repositories, which only this browser stores; nothing without any. */
export function PinnedRepos() {
  const pinned = useStoredRepos(pins)
  if (pinned?.length === 0) return null
  return (
    <section className={styles.pinned} aria-labelledby="pinned">
      <Stack>
        <Suspense fallback={<div className={styles.room} />}>
          {pinned ? <PinnedList pinned={pinned} /> : <div className={styles.room} />}
        </Suspense>
      </Stack>
    </section>
  )
}

/** The repositories that the visitor has viewed last; nothing without any. */
export function RecentRepos() {
  const viewed = useStoredRepos(recent)
  if (viewed?.length === 0) return null
  return (
    <section className={styles.recent} aria-labelledby="recent">
      <Suspense>{viewed && <RecentList viewed={viewed} />}</Suspense>
    </section>
  )
}

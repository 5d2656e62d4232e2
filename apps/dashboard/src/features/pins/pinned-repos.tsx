import { Button } from '@repo/ui/button'
import { Stack } from '@repo/ui/columns'
import Link from 'next/link'
import { repoPath } from '#components/repo/paths.ts'
import { pins, recent, togglePin } from '#components/repo/pins.ts'
import { RepoCards } from '#components/repo/repo-card.tsx'
import { type StoredRepo, useStoredRepos } from '#components/repo/stored-repos.ts'
import { PinFile } from './pin-file.tsx'
import styles from './pinned-repos.module.css'
import { type PinnedById, usePinned } from './use-pinned.ts'

const NO_DETAILS: PinnedById = new Map()

/** The visitor's pinned and recently viewed repositories, which only this browser stores. */
export function PinnedRepos() {
  const pinned = useStoredRepos(pins) ?? []
  const viewed = useStoredRepos(recent) ?? []
  const details = usePinned(pinned)
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
        {details === 'loading' ? (
          <RepoLinks label="Pinned repositories" repos={pinned} />
        ) : (
          <PinDetails pinned={pinned} details={details === 'failed' ? NO_DETAILS : details} />
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

type RepoLinksProps = {
  label: string
  repos: readonly StoredRepo[]
  /** Adds an "Unpin" button to each. */
  canUnpin?: boolean
}

function RepoLinks({ label, repos, canUnpin = false }: RepoLinksProps) {
  if (repos.length === 0) return null
  return (
    <ul className={styles.names} aria-label={label}>
      {repos.map((repo) => (
        <li key={repo.id}>
          <Link href={repoPath(repo.name)}>{repo.name}</Link>{' '}
          {canUnpin && <UnpinButton pin={repo} />}
        </li>
      ))}
    </ul>
  )
}

type PinDetailsProps = { pinned: readonly StoredRepo[]; details: PinnedById }

/** Cards of the pins that GitHub returned, and the names of the others. */
function PinDetails({ pinned, details }: PinDetailsProps) {
  const loaded = pinned.flatMap(({ id }) => details.get(id) ?? [])
  const missing = pinned.filter(({ id }) => details.get(id) === null)
  const unknown = pinned.filter(({ id }) => !details.has(id))
  return (
    <>
      <RepoCards repos={loaded} />
      <RepoLinks label="Pinned repositories" repos={unknown} canUnpin />
      {unknown.length > 0 && <p className={styles.note}>Couldn&rsquo;t load current details.</p>}
      {missing.map((pin) => (
        <p key={pin.id} className={styles.header}>
          <span>
            <strong>{pin.name}</strong> is no longer available. It may have been deleted or made
            private.
          </span>
          <UnpinButton pin={pin} />
        </p>
      ))}
    </>
  )
}

function UnpinButton({ pin }: { pin: StoredRepo }) {
  return <Button onClick={() => togglePin(pin)}>Unpin</Button>
}

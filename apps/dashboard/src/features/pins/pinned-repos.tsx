import { Button } from '@repo/ui/button'
import { Stack } from '@repo/ui/columns'
import Link from 'next/link'
import { repoPath } from '#components/repo/paths.ts'
import { pins, recent, togglePin } from '#components/repo/pins.ts'
import { RepoCards } from '#components/repo/repo-card.tsx'
import { type StoredRepo, useStoredRepos } from '#components/repo/stored-repos.ts'
import { PinFile } from './pin-file.tsx'
import styles from './pinned-repos.module.css'
import { type Pinned, usePinned } from './use-pinned.ts'

const nothing: Pinned = new Map()

/** What the visitor has pinned, and has opened last: this browser alone knows it. */
export function PinnedRepos() {
  const pinned = useStoredRepos(pins) ?? []
  const seen = useStoredRepos(recent) ?? []
  const known = usePinned(pinned)
  return (
    <section aria-labelledby="pinned">
      <Stack>
        <div className={styles.header}>
          <h2 id="pinned">Pinned</h2>
          <PinFile />
        </div>
        <p className={styles.note}>
          What you pin on a repository&rsquo;s page stands here, under the name that it has now. It
          is kept in this browser only.
        </p>
        {known === 'asking' ? (
          <Names label="Pinned repositories" repos={pinned} />
        ) : (
          <Known pinned={pinned} known={known === 'failed' ? nothing : known} />
        )}
        {seen.length > 0 && (
          <>
            <h3>Recently seen</h3>
            <Names label="Recently seen repositories" repos={seen} />
          </>
        )}
      </Stack>
    </section>
  )
}

type NamesProps = {
  label: string
  repos: readonly StoredRepo[]
  /** With each, a button that takes its pin off. */
  removable?: boolean
}

function Names({ label, repos, removable = false }: NamesProps) {
  if (repos.length === 0) return null
  return (
    <ul className={styles.names} aria-label={label}>
      {repos.map((repo) => (
        <li key={repo.id}>
          <Link href={repoPath(repo.name)}>{repo.name}</Link> {removable && <TakeOff pin={repo} />}
        </li>
      ))}
    </ul>
  )
}

type KnownProps = { pinned: readonly StoredRepo[]; known: Pinned }

function Known({ pinned, known }: KnownProps) {
  const here = pinned.flatMap(({ id }) => known.get(id) ?? [])
  const gone = pinned.filter(({ id }) => known.get(id) === null)
  const unknown = pinned.filter(({ id }) => !known.has(id))
  return (
    <>
      <RepoCards repos={here} />
      <Names label="Pinned repositories" repos={unknown} removable />
      {unknown.length > 0 && <p className={styles.note}>GitHub does not say how they are now.</p>}
      {gone.map((pin) => (
        <p key={pin.id} className={styles.header}>
          <span>
            <strong>{pin.name}</strong> is gone, or private now.
          </span>
          <TakeOff pin={pin} />
        </p>
      ))}
    </>
  )
}

function TakeOff({ pin }: { pin: StoredRepo }) {
  return <Button onClick={() => togglePin(pin)}>Take the pin off</Button>
}

import { Button } from '@repo/ui/button'
import { togglePin } from '#components/repo/pins.ts'
import { RepoCards } from '#components/repo/repo-card.tsx'
import type { StoredRepo } from '#components/repo/stored-repos.ts'
import styles from './pinned-repos.module.css'
import { RepoLinks } from './repo-links.tsx'
import { type PinnedById, usePinned } from './use-pinned.ts'

const NO_DETAILS: PinnedById = new Map()

/** The pinned repositories, by name until their details have loaded. */
export function PinnedList({ pinned }: { pinned: readonly StoredRepo[] }) {
  const details = usePinned(pinned)
  return details === 'loading' ? (
    <RepoLinks label="Pinned repositories" repos={pinned} />
  ) : (
    <PinDetails pinned={pinned} details={details === 'failed' ? NO_DETAILS : details} />
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
      <RepoLinks
        label="Pinned repositories"
        repos={unknown}
        action={(pin) => <UnpinButton pin={pin} />}
      />
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

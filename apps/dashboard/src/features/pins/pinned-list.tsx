import { Avatar } from '@repo/ui/avatar'
import { Button } from '@repo/ui/button'
import { Card, CardGrid } from '@repo/ui/card'
import { ColorDot } from '@repo/ui/color-dot'
import { Count } from '@repo/ui/count'
import { Sparkline } from '@repo/ui/sparkline'
import { useRef } from 'react'
import { formatChange } from '#components/format-change.ts'
import { repoPath } from '#components/repo/paths.ts'
import { togglePin } from '#components/repo/pins.ts'
import { RepoMeta, RepoText } from '#components/repo/repo-card.tsx'
import type { StoredRepo } from '#components/repo/stored-repos.ts'
import styles from './pinned-repos.module.css'
import type { CommitTrend, PinnedRepo } from './read-pins.server.ts'
import { type PinDetails, usePinned } from './use-pinned.ts'

/** The pinned repositories as cards, with their names alone until the details have loaded. */
export function PinnedList({ pinned }: { pinned: readonly StoredRepo[] }) {
  const detailsOf = usePinned(pinned)
  const heading = useRef<HTMLHeadingElement>(null)

  function unpin(pin: StoredRepo) {
    togglePin(pin)
    // The button that had the focus is gone.
    heading.current?.focus()
  }

  return (
    <>
      <h2 id="pinned" tabIndex={-1} ref={heading}>
        Pinned
      </h2>
      <div className={styles.cards}>
        <CardGrid>
          {pinned.map((pin) => (
            <PinCard
              key={pin.id}
              name={pin.name}
              details={detailsOf(pin.id)}
              onUnpin={() => unpin(pin)}
            />
          ))}
        </CardGrid>
      </div>
    </>
  )
}

type PinCardProps = { name: string; details: PinDetails; onUnpin: () => void }

function PinCard({ name, details, onUnpin }: PinCardProps) {
  const action = (
    <Button onClick={onUnpin}>
      Unpin<span className="visually-hidden"> {name}</span>
    </Button>
  )
  if (details === null) {
    return (
      <li className={styles.missing}>
        <strong>{name}</strong>
        <p>No longer available. It may have been deleted or made private.</p>
        {action}
      </li>
    )
  }
  if (typeof details === 'string') {
    return (
      <Card href={repoPath(name)} title={name} action={action}>
        {details === 'failed' && <span>Couldn’t load current details.</span>}
      </Card>
    )
  }
  const { fullName, avatarUrl, color, commits } = details
  return (
    <Card
      href={repoPath(fullName)}
      title={
        <span className={styles.name}>
          {avatarUrl && <Avatar src={avatarUrl} size={20} />}
          <bdi>{fullName}</bdi>
        </span>
      }
      action={action}
      meta={<RepoMeta repo={details} dot={color && <ColorDot color={color} />} />}
    >
      <PinText repo={details} />
      {commits && <Commits commits={commits} />}
    </Card>
  )
}

function PinText({ repo }: { repo: PinnedRepo }) {
  return (
    <div className={styles.text}>
      <RepoText repo={repo} />
    </div>
  )
}

function Commits({ commits: { path, recent, change } }: { commits: CommitTrend }) {
  return (
    <p className={styles.commits}>
      <Sparkline label="Commits per week in the past year" path={path} />
      <span>
        <Count value={recent} /> commits in 13 weeks, {formatChange(change)} from the previous 13
        weeks
      </span>
    </p>
  )
}

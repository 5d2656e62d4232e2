import { Button } from '@repo/ui/button'
import { PinIcon } from '@repo/ui/icons'
import { useEffect } from 'react'
import { noteSeen, pins, togglePin } from './pins.ts'
import styles from './repo-actions.module.css'
import { useStoredRepos } from './stored-repos.ts'

type RepoActionsProps = {
  /** Null where GitHub does not tell it: such a repository cannot be pinned. */
  id: number | null
  fullName: string
}

/** What a visitor may do with a repository in this browser: pin it. That it was opened is remembered. */
export function RepoActions({ id, fullName: name }: RepoActionsProps) {
  const pinned = useStoredRepos(pins)

  useEffect(() => {
    if (id !== null) noteSeen({ id, name })
  }, [id, name])

  if (id === null) return null
  // The server cannot know: until the browser does, the button's place stays empty.
  if (!pinned) return <span className={styles.place} />
  const isPinned = pinned.some((pin) => pin.id === id)
  return (
    <Button icon={PinIcon} pressed={isPinned} onClick={() => togglePin({ id, name })}>
      {isPinned ? 'Pinned' : 'Pin'}
    </Button>
  )
}

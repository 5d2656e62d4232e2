import { Button } from '@repo/ui/button'
import { useEffect, useState } from 'react'
import { MAX_PINS, pins, recordVisit, togglePin } from './pins.ts'
import { type StoredRepo, useStoredRepos } from './stored-repos.ts'

/** Pins a repository in this browser, and records the visit. */
export function PinButton(repo: StoredRepo) {
  const { id, name } = repo
  const pinned = useStoredRepos(pins)
  const [isFull, setFull] = useState(false)

  useEffect(() => recordVisit({ id, name }), [id, name])

  // Pins are stored in the browser, so the server does not know them.
  if (!pinned) return null
  const isPinned = pinned.some((pin) => pin.id === id)
  return (
    <>
      <Button icon="pin" pressed={isPinned} onClick={() => setFull(!togglePin(repo))}>
        {isPinned ? 'Pinned' : 'Pin'}
      </Button>
      {isFull && (
        <span role="alert">You can pin up to {MAX_PINS} repositories. Unpin one first.</span>
      )}
    </>
  )
}

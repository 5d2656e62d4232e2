import { Button } from '@repo/ui/button'
import { FileButton } from '@repo/ui/file-button'
import { useState } from 'react'
import { pins } from '#components/repo/pins.ts'
import { useStoredRepos } from '#components/repo/stored-repos.ts'
import styles from './pin-file.module.css'

// Loaded by the first click.
const loadTransfer = () => import('./pin-transfer.ts')

/** Exports pins as a file, and imports them in another browser. */
export function PinFile() {
  const pinned = useStoredRepos(pins)
  const [status, setStatus] = useState('')
  if (!pinned) return <div className={styles.file} />

  return (
    <div className={styles.file}>
      <span role="status">{status}</span>
      {(pinned.length > 0 || hasInbox()) && (
        <Button onClick={async () => (await loadTransfer()).exportPins(pinned)}>
          Export pins and inbox
        </Button>
      )}
      <FileButton
        label="Import pins and inbox"
        accept="application/json,.json"
        onFile={async (file) => setStatus(await (await loadTransfer()).importPins(file))}
      />
    </div>
  )
}

// Parsing the inbox would make the script of the home page larger.
function hasInbox(): boolean {
  try {
    return localStorage.getItem('inbox') !== null
  } catch {
    return false
  }
}

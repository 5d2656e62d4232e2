import { Button, FileButton } from '@repo/ui/button'
import { useState } from 'react'
import { addPins, MAX_PINS, pins } from '#components/repo/pins.ts'
import { parseStoredRepos, useStoredRepos } from '#components/repo/stored-repos.ts'
import styles from './pin-file.module.css'

/** Exports pins as a file, and imports them in another browser. */
export function PinFile() {
  const pinned = useStoredRepos(pins)
  const [status, setStatus] = useState('')
  if (!pinned) return null

  async function importPins(file: File) {
    const repos = parseStoredRepos(await file.text())
    const { added, isFull } = addPins(repos)
    const result = `Imported ${added} ${added === 1 ? 'pin' : 'pins'}.`
    setStatus(
      repos.length === 0
        ? 'No pins found in this file.'
        : isFull
          ? `${result} You’ve reached the limit of ${MAX_PINS}.`
          : result,
    )
  }

  return (
    <div className={styles.file}>
      <span role="status">{status}</span>
      {pinned.length > 0 && (
        <Button onClick={() => download('pins.json', JSON.stringify(pinned, null, 2))}>
          Export pins
        </Button>
      )}
      <FileButton label="Import pins" accept="application/json,.json" onFile={importPins} />
    </div>
  )
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

import { Button, FileButton } from '@repo/ui/button'
import { useState } from 'react'
import { addPins, MAX_PINS, pins } from '#components/repo/pins.ts'
import { reposFrom, useStoredRepos } from '#components/repo/stored-repos.ts'
import styles from './pin-file.module.css'

/** Takes the pins from one browser to another, as a file. */
export function PinFile() {
  const pinned = useStoredRepos(pins)
  const [said, setSaid] = useState('')
  if (!pinned) return null

  async function take(file: File) {
    const repos = reposFrom(await file.text())
    const { added, isFull } = addPins(repos)
    const taken = `${added} new ${added === 1 ? 'pin' : 'pins'} taken from the file`
    setSaid(
      repos.length === 0
        ? 'There are no pins in this file.'
        : isFull
          ? `${taken}: ${MAX_PINS} pins are the most.`
          : `${taken}.`,
    )
  }

  return (
    <div className={styles.file}>
      <span role="status">{said}</span>
      {pinned.length > 0 && (
        <Button onClick={() => offer('pins.json', JSON.stringify(pinned, null, 2))}>Export</Button>
      )}
      <FileButton label="Import" accept="application/json,.json" onFile={take} />
    </div>
  )
}

function offer(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

import { Button } from '@repo/ui/button'
import { useState, useSyncExternalStore } from 'react'

/** Copies a text that the server makes; where no script runs there is no such button. */
export function CopyButton({ href }: { href: string }) {
  const [said, setSaid] = useState('')
  const canCopy = useSyncExternalStore(
    () => () => {},
    () => 'clipboard' in navigator,
    () => false,
  )
  if (!canCopy) return null

  async function copy() {
    try {
      const response = await fetch(href)
      if (!response.ok) throw new Error(`${href} answered ${response.status}`)
      await navigator.clipboard.writeText(await response.text())
      setSaid('Copied.')
    } catch {
      setSaid('It could not be copied.')
    }
  }

  return (
    <>
      <Button onClick={copy}>Copy as Markdown</Button>
      <span role="status">{said}</span>
    </>
  )
}

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
      await write(textAt(href))
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

async function textAt(href: string): Promise<string> {
  const response = await fetch(href)
  if (!response.ok) throw new Error(`${href} answered ${response.status}`)
  return response.text()
}

// Safari lets a page write only while it handles the click: a text that comes later is promised.
async function write(text: Promise<string>): Promise<void> {
  if (!('ClipboardItem' in window)) return navigator.clipboard.writeText(await text)
  const blob = text.then((written) => new Blob([written], { type: 'text/plain' }))
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}

import { Button } from '@repo/ui/button'
import { useState, useSyncExternalStore } from 'react'

/** Copies the text at a URL to the clipboard; not rendered without JavaScript. */
export function CopyButton({ href }: { href: string }) {
  const [status, setStatus] = useState('')
  const canCopy = useSyncExternalStore(
    () => () => {},
    () => 'clipboard' in navigator,
    () => false,
  )
  if (!canCopy) return null

  async function copy() {
    try {
      await writeToClipboard(fetchText(href))
      setStatus('Copied.')
    } catch {
      setStatus('Couldn’t copy.')
    }
  }

  return (
    <>
      <Button onClick={copy}>Copy as Markdown</Button>
      <span role="status">{status}</span>
    </>
  )
}

async function fetchText(href: string): Promise<string> {
  const response = await fetch(href)
  if (!response.ok) throw new Error(`${href} responded ${response.status}`)
  return response.text()
}

// Safari allows writing only while it handles the click, so it gets a promise of the text.
async function writeToClipboard(text: Promise<string>): Promise<void> {
  if (!('ClipboardItem' in window)) return navigator.clipboard.writeText(await text)
  const blob = text.then((written) => new Blob([written], { type: 'text/plain' }))
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}

import { Button } from '@repo/ui/button'
import { type ReactNode, useState, useSyncExternalStore } from 'react'

type CopyButtonProps = { getText: () => Promise<string>; children: ReactNode }

/** Copies a text to the clipboard; not rendered without JavaScript. */
export function CopyButton({ getText, children }: CopyButtonProps) {
  const [status, setStatus] = useState('')
  const canCopy = useSyncExternalStore(
    () => () => {},
    () => 'clipboard' in navigator,
    () => false,
  )
  if (!canCopy) return null

  async function copy() {
    try {
      await writeToClipboard(getText())
      setStatus('Copied.')
    } catch {
      setStatus('Couldn’t copy.')
    }
  }

  return (
    <>
      <Button onClick={copy}>{children}</Button>
      <span role="status">{status}</span>
    </>
  )
}

// Safari allows writing only while it handles the click, so it gets a promise of the text.
async function writeToClipboard(text: Promise<string>): Promise<void> {
  if (!('ClipboardItem' in window)) return navigator.clipboard.writeText(await text)
  const blob = text.then((written) => new Blob([written], { type: 'text/plain' }))
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}

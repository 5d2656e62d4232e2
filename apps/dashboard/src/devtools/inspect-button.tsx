import { Button } from '@repo/ui/button'
import { useState } from 'react'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import type { RequestInspector } from './request-inspector.tsx'
import { usePageLoad } from './use-page-load.ts'

/** Opens the request inspector; its code is loaded on the first click. */
export function InspectButton() {
  const { load, requests } = usePageLoad()
  const [Inspector, setInspector] = useState<typeof RequestInspector>()
  const [isOpen, setIsOpen] = useState(false)
  // Only scripts can read the headers of the page.
  const hasScripts = useHasScripts()
  if (!hasScripts) return null

  async function open() {
    const loaded = await import('./request-inspector.tsx')
    setInspector(() => loaded.RequestInspector)
    setIsOpen(true)
  }

  return (
    <>
      <Button onClick={open}>Inspect request</Button>
      {isOpen && Inspector && (
        <Inspector load={load} requests={requests} onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}

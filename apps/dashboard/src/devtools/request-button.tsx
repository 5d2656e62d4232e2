import { Button } from '@repo/ui/button'
import { useState } from 'react'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import type { RequestDrawer } from './request-drawer.tsx'
import { useLoad } from './use-load.ts'

/** The button that shows what the server did for the page. All that it shows is loaded by a click. */
export function RequestButton() {
  const { load, requests } = useLoad()
  const [Drawer, setDrawer] = useState<typeof RequestDrawer>()
  const [isOpen, setIsOpen] = useState(false)
  // Without scripts there is nothing to read a header with, and no button.
  const hasScripts = useHasScripts()
  if (!hasScripts) return null

  async function open() {
    const loaded = await import('./request-drawer.tsx')
    setDrawer(() => loaded.RequestDrawer)
    setIsOpen(true)
  }

  return (
    <>
      <Button onClick={open}>Show the request</Button>
      {isOpen && Drawer && (
        <Drawer load={load} requests={requests} onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}

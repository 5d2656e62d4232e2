import { Button } from '@repo/ui/button'
import { Suspense, useState } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import { usePageLoad } from './use-page-load.ts'

const RequestInspector = loadOnDemand(
  async () => (await import('./request-inspector.tsx')).RequestInspector,
)

/** Opens the request inspector; its code is loaded on the first click. */
export function InspectButton() {
  const { load, requests } = usePageLoad()
  const [isOpen, setIsOpen] = useState(false)
  // Only scripts can read the headers of the page.
  const hasScripts = useHasScripts()
  if (!hasScripts) return null

  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Inspect request</Button>
      {isOpen && (
        <Suspense>
          <RequestInspector load={load} requests={requests} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

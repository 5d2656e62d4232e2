import { Suspense, useState } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import styles from './inspect-button.module.css'
import { usePageLoad } from './use-page-load.ts'

const RequestInspector = loadOnDemand(
  async () => (await import('./request-inspector.tsx')).RequestInspector,
)

/** A handle in a corner of the window that opens the request inspector; its code is loaded then. */
export function InspectButton() {
  const { load, requests } = usePageLoad()
  const [isOpen, setIsOpen] = useState(false)
  // Only scripts can read the headers of the page.
  const hasScripts = useHasScripts()
  if (!hasScripts) return null

  return (
    <>
      <button className={styles.handle} id="inspect" type="button" onClick={() => setIsOpen(true)}>
        Inspect request
      </button>
      {isOpen && (
        <Suspense>
          <RequestInspector load={load} requests={requests} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

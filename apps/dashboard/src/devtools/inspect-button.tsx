import { useRouter } from 'next/router'
import { Suspense, useEffect, useState } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import styles from './inspect-button.module.css'

const RequestInspector = loadOnDemand(
  async () => (await import('./request-inspector.tsx')).RequestInspector,
)

// The browser stores 250 by default; the inspector reads all of a long visit when it opens.
const MAX_STORED_REQUESTS = 2000

/** A handle in a corner of the window that opens the request inspector; its code is loaded then. */
export function InspectButton() {
  const { events } = useRouter()
  const [navigatedTo, setNavigatedTo] = useState<string>()
  const [isOpen, setIsOpen] = useState(false)
  // Only scripts can read the headers of the page.
  const hasScripts = useHasScripts()

  useEffect(() => {
    performance.setResourceTimingBufferSize(MAX_STORED_REQUESTS)
    // Shallow routing keeps the page and sends no request.
    const record = (url: string, { shallow }: { shallow: boolean }) => {
      if (!shallow) setNavigatedTo(url)
    }
    events.on('routeChangeComplete', record)
    return () => events.off('routeChangeComplete', record)
  }, [events])

  if (!hasScripts) return null
  return (
    <>
      <button className={styles.handle} id="inspect" type="button" onClick={() => setIsOpen(true)}>
        Inspect request
      </button>
      {isOpen && (
        <Suspense>
          <RequestInspector navigatedTo={navigatedTo} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

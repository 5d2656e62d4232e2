import { Button } from '@repo/ui/button'
import { useRouter } from 'next/router'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useFrame } from '#components/shell/frame-context.tsx'
import { CachePolicySection } from './cache-policy.tsx'
import { GitHubCalls } from './github-calls.tsx'
import { findPageResponse } from './page-response.ts'
import { PageSourceSection } from './page-source-section.tsx'
import { RequestFacts } from './request-facts.tsx'
import styles from './request-inspector.module.css'
import { parseServerTiming } from './request-trace.ts'
import { useDataRequests } from './use-data-requests.ts'

type RequestInspectorProps = {
  /** The URL of the client navigation to the page; undefined for a document. */
  navigatedTo: string | undefined
  onClose: () => void
}

/** What the server did for the page: beside the page or, on a narrow screen, over it. */
export function RequestInspector({ navigatedTo, onClose }: RequestInspectorProps) {
  const { pathname } = useRouter()
  const inProps = useFrame()?.timings
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const response = findPageResponse(navigatedTo, useDataRequests())
  const trace = parseServerTiming(inProps ?? response.timings)

  useEffect(() => {
    const { dataset } = document.documentElement
    const isWide = matchMedia('(min-width: 75rem)').matches
    if (isWide) {
      dialog.current?.show()
      // The page becomes narrower, so that the inspector does not cover it.
      dataset.inspector = 'open'
    } else {
      dialog.current?.showModal()
    }
    return () => {
      delete dataset.inspector
    }
  }, [])

  // A non-modal dialog does not close on Escape by itself.
  function closeOnEscape({ key }: KeyboardEvent) {
    if (key === 'Escape') dialog.current?.close()
  }

  return (
    <dialog
      className={styles.inspector}
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={closeOnEscape}
    >
      <div className={styles.header}>
        <h2 className={styles.title} id={id}>
          Request inspector
        </h2>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
      <RequestFacts response={response} trace={trace} isInProps={inProps !== undefined} />
      {trace?.rendered && <GitHubCalls calls={trace.calls} />}
      {trace && <CachePolicySection trace={trace} />}
      <PageSourceSection route={pathname} />
    </dialog>
  )
}

import { Button } from '@repo/ui/button'
import { useRouter } from 'next/router'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useFrame } from '#components/shell/frame-context.tsx'
import { answerOf } from './answer.ts'
import { GitHubCalls } from './github-calls.tsx'
import { PageCode } from './page-code.tsx'
import { PolicyShown } from './policy-shown.tsx'
import styles from './request-drawer.module.css'
import { RequestFacts } from './request-facts.tsx'
import { parseServerTiming } from './request-trace.ts'
import type { Load } from './use-load.ts'

type RequestDrawerProps = {
  load: Load
  requests: readonly PerformanceEntry[]
  onClose: () => void
}

/** What the server did for the page that is shown, beside the page or, where there is no room, over it. */
export function RequestDrawer({ load, requests, onClose }: RequestDrawerProps) {
  const { pathname } = useRouter()
  const inProps = useFrame()?.timings
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const answer = answerOf(load, requests)
  const told = parseServerTiming(inProps ?? answer.timings)

  useEffect(() => {
    const { dataset } = document.documentElement
    const isWide = matchMedia('(min-width: 75rem)').matches
    if (isWide) {
      dialog.current?.show()
      // The page makes room, so that its links stay in reach.
      dataset.drawer = 'open'
    } else {
      dialog.current?.showModal()
    }
    return () => {
      delete dataset.drawer
    }
  }, [])

  // A dialog beside the page does not close by this key of itself.
  function closeByKey({ key }: KeyboardEvent) {
    if (key === 'Escape') dialog.current?.close()
  }

  return (
    <dialog
      className={styles.drawer}
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={closeByKey}
    >
      <div className={styles.header}>
        <h2 className={styles.title} id={id}>
          The request behind this page
        </h2>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
      <RequestFacts answer={answer} told={told} isInProps={inProps !== undefined} />
      {told?.rendered && <GitHubCalls calls={told.calls} />}
      {told && <PolicyShown told={told} />}
      <PageCode route={pathname} />
    </dialog>
  )
}

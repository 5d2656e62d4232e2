import { useRouter } from 'next/router'
import { useEffect } from 'react'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'

/** The ID of the heading of a page's list, or of its number of results. */
export const LIST_ID = 'list'

/** Adds the fragment of the list to a path; only without scripts, which keep the place themselves. */
export function useListPath(): (path: string) => string {
  const hasScripts = useHasScripts()
  return (path) => (hasScripts ? path : `${path}#${LIST_ID}`)
}

/**
 * Moves the focus to the heading of the list when its filters, order or page have changed, and scrolls
 * to it if it is off screen.
 */
export function useListPlace(): void {
  const { events } = useRouter()

  useEffect(() => {
    let isChanging = false
    const start = (path: string) => {
      const { pathname, search } = location
      // Back has changed the location by now, and restores its own place.
      isChanging = path !== pathname + search && path.split('?')[0] === pathname
    }
    const complete = () => {
      if (isChanging) showHeading()
    }

    events.on('routeChangeStart', start)
    events.on('routeChangeComplete', complete)
    return () => {
      events.off('routeChangeStart', start)
      events.off('routeChangeComplete', complete)
    }
  }, [events])
}

function showHeading(): void {
  const heading = document.getElementById(LIST_ID)
  if (!heading) return
  heading.focus({ preventScroll: true })
  const { top, bottom } = heading.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight) heading.scrollIntoView()
}

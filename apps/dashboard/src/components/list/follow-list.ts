import Router from 'next/router'
import { isReplacedQuietly } from './replace-quietly.ts'

let isFollowing = false

/**
 * Moves the focus to the heading of a list whenever its filters, order or page have changed, and scrolls
 * to it if it is off screen.
 */
export function followList(id: string): void {
  if (isFollowing) return
  isFollowing = true
  let previous = Router.asPath
  let isBack = false

  Router.events.on('routeChangeStart', (path: string) => {
    // Back has changed the location by now, and restores its own place.
    isBack = path === location.pathname + location.search
  })
  Router.events.on('routeChangeComplete', (path: string) => {
    const isSameList = pathOf(path) === pathOf(previous) && path !== previous
    previous = path
    if (isSameList && !isBack && !isReplacedQuietly(path)) showHeading(id)
  })
}

function pathOf(path: string): string | undefined {
  return path.split(/[?#]/)[0]
}

/** Shows and focuses the heading in a list, or the element itself if it has none. */
function showHeading(id: string): void {
  // A filter with an error, or one that the visitor edits, has the focus itself.
  if (document.activeElement?.hasAttribute('data-autofocus')) return
  const list = document.getElementById(id)
  const heading = list?.querySelector('h2') ?? list
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  const { top, bottom } = heading.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight) heading.scrollIntoView()
}

import { useEffect } from 'react'
import { focusedItem, ITEM_ATTRIBUTE, itemLinks } from './inbox-keys.ts'

/** The item that had the focus when the visitor left the page. */
type Place = { path: string; id: string /** Among the links to the same item. */; index: number }

const KEY = 'inbox-place'

/** Focuses the item from which the visitor left the page, after they come back to it. */
export function useInboxPlace(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return
    const place = takePlace()
    if (isBack() && place?.path === currentPath()) linksTo(place.id)[place.index]?.focus()
    addEventListener('pagehide', savePlace)
    return () => removeEventListener('pagehide', savePlace)
  }, [isReady])
}

function savePlace(): void {
  const link = focusedItem()
  const id = link?.getAttribute(ITEM_ATTRIBUTE)
  if (!link || !id) return
  const place: Place = { path: currentPath(), id, index: linksTo(id).indexOf(link) }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place))
  } catch {}
}

// If storage is blocked, the page begins at its top.
function takePlace(): Place | null {
  try {
    const text = sessionStorage.getItem(KEY)
    sessionStorage.removeItem(KEY)
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

function isBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward'
}

function currentPath(): string {
  return location.pathname + location.search
}

function linksTo(id: string): HTMLElement[] {
  return itemLinks().filter((link) => link.getAttribute(ITEM_ATTRIBUTE) === id)
}

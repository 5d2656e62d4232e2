import { useEffect, useEffectEvent } from 'react'

/** The attribute of a link to an item, with the item's ID. */
export const ITEM_ATTRIBUTE = 'data-item'

/** Moves between items with `j` and `k`, opens an item with `o`, and hides it with `e`. */
export function useInboxKeys(onHide: (id: number) => void): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isFree(event.target)) return
    const links = itemLinks()
    const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement))
    switch (event.key) {
      case 'j':
        return links[at + 1]?.focus()
      case 'k':
        return links[at - 1]?.focus()
      case 'o':
        return links[at]?.click()
      case 'e':
        if (links[at]) onHide(idOf(links[at]))
    }
  })

  useEffect(() => {
    const handle = (event: KeyboardEvent) => handleKey(event)
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [])
}

/** Returns the link of the item after another, or before the last one. */
export function nextItemLink(id: number): HTMLElement | undefined {
  const links = itemLinks()
  const focused = links.findIndex((link) => link.closest('li')?.contains(document.activeElement))
  const at = focused >= 0 ? focused : links.findIndex((link) => idOf(link) === id)
  const others = (link: HTMLElement) => idOf(link) !== id
  return links.slice(at + 1).find(others) ?? links.slice(0, Math.max(at, 0)).findLast(others)
}

/** Focuses the link of an item. */
export function focusItem(id: number): void {
  itemLinks()
    .find((link) => idOf(link) === id)
    ?.focus()
}

/** Reloads the items; if the one that had the focus is gone, the one in its place gets it. */
export async function reloadItems(reload: () => Promise<unknown>): Promise<void> {
  const focused = focusedItem()
  const at = focused ? itemLinks().indexOf(focused) : -1
  await reload()
  if (at < 0 || document.activeElement !== document.body) return
  const links = itemLinks()
  links[Math.min(at, links.length - 1)]?.focus({ preventScroll: true })
}

/** The link of the item that has the focus, itself or in one of its buttons. */
export function focusedItem(): HTMLElement | undefined {
  return itemLinks().find((link) => link.closest('li')?.contains(document.activeElement))
}

export function itemLinks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[${ITEM_ATTRIBUTE}]`)]
}

function idOf(link: HTMLElement): number {
  return Number(link.getAttribute(ITEM_ATTRIBUTE))
}

/** Whether a key is neither typed into a field, nor pressed in a dialog, nor turned off. */
function isFree(target: EventTarget | null): boolean {
  return (
    document.documentElement.dataset.shortcuts !== 'off' &&
    !document.querySelector('dialog[open]') &&
    !(target instanceof Element && target.matches('input,textarea,select'))
  )
}

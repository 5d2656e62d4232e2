/**
 * Makes a box a tab stop while its content is larger than it, so that the keyboard can scroll it.
 * Returns a function that stops watching.
 */
export function watchOverflow(box: HTMLElement | null): (() => void) | undefined {
  if (!box) return
  const observer = new ResizeObserver(() => {
    const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight
    if (scrolls) box.tabIndex = 0
    else box.removeAttribute('tabindex')
  })
  for (const element of [box, ...box.children]) observer.observe(element)
  return () => observer.disconnect()
}

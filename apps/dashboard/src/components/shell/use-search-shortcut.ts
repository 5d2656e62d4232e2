import { useEffect } from 'react'

/** Focuses the search box on `/`, as on GitHub, except while typing. */
export function useSearchShortcut(): void {
  useEffect(() => {
    function focusSearch(event: KeyboardEvent) {
      const withModifier = event.ctrlKey || event.metaKey || event.altKey
      if (event.key !== '/' || withModifier || isTyping(event.target)) return
      const search = document.querySelector<HTMLInputElement>('input[type="search"]')
      if (!search) return
      event.preventDefault()
      search.focus()
    }
    document.addEventListener('keydown', focusSearch)
    return () => document.removeEventListener('keydown', focusSearch)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || 'value' in target)
}

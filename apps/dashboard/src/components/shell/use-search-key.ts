import { useEffect } from 'react'

/** Lets `/` go to the search, as it does at GitHub, unless somebody is writing. */
export function useSearchKey(): void {
  useEffect(() => {
    function goToSearch(event: KeyboardEvent) {
      const withModifier = event.ctrlKey || event.metaKey || event.altKey
      if (event.key !== '/' || withModifier || isWriting(event.target)) return
      const search = document.querySelector<HTMLInputElement>('input[type="search"]')
      if (!search) return
      event.preventDefault()
      search.focus()
    }
    document.addEventListener('keydown', goToSearch)
    return () => document.removeEventListener('keydown', goToSearch)
  }, [])
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || 'value' in target)
}

import { useRouter } from 'next/router'
import { useEffect, useRef } from 'react'
import { getFormPath } from './form-path.ts'

/**
 * Makes GET forms navigate as links do: the old page stays until the new one has loaded, with the
 * progress bar. A double click submits a form once.
 */
export function useFormNavigation(): void {
  const { push, events } = useRouter()
  const pendingPath = useRef('')

  useEffect(() => {
    async function navigate(event: SubmitEvent) {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
      // A field named "action" hides the form's own property.
      const action = form.getAttribute('action') ?? ''
      const method = (form.getAttribute('method') ?? 'get').toLowerCase()
      const data = new FormData(form, event.submitter)
      const path = getFormPath({ action, method, data }, location.href)
      if (path === undefined) return sendOnce(form, event)
      event.preventDefault()
      if (path === pendingPath.current) return
      pendingPath.current = path
      // The page that a form changes stays where it is.
      await push(path, undefined, { scroll: path.split('?')[0] !== location.pathname })
    }
    const clearPendingPath = () => {
      pendingPath.current = ''
    }

    document.addEventListener('submit', navigate)
    events.on('routeChangeComplete', clearPendingPath)
    events.on('routeChangeError', clearPendingPath)
    return () => {
      document.removeEventListener('submit', navigate)
      events.off('routeChangeComplete', clearPendingPath)
      events.off('routeChangeError', clearPendingPath)
    }
  }, [push, events])
}

const sent = new WeakSet<HTMLFormElement>()

/** Submits a form once; it can be submitted again after coming back to the page. */
function sendOnce(form: HTMLFormElement, event: SubmitEvent): void {
  // A download does not leave the page.
  if (form.getAttribute('method')?.toLowerCase() !== 'post') return
  if (sent.has(form)) event.preventDefault()
  sent.add(form)
  addEventListener('pageshow', () => sent.delete(form), { once: true })
}

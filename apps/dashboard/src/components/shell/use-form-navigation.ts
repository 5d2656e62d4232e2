import { useRouter } from 'next/router'
import { useEffect } from 'react'

/**
 * Makes GET forms navigate as links do: the old page stays until the new one has loaded, with the
 * progress bar. A double click submits a form once. The code for it is loaded by the first submit.
 */
export function useFormNavigation(): void {
  const router = useRouter()

  useEffect(() => {
    function navigate(event: SubmitEvent) {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
      // A field named "action" hides the form's own property.
      const action = form.getAttribute('action') ?? ''
      const method = form.getAttribute('method')?.toLowerCase()
      if (method === 'post') return sendOnce(form, event)
      // Not another site, and not an API route, which may be a download.
      if (!/^\/(?!\/|api\/)/.test(action)) return
      event.preventDefault()
      const data = new FormData(form, event.submitter)
      import('./navigate-form.ts').then(
        ({ navigateForm }) => navigateForm(router, action, data),
        // After a deployment the script may be gone.
        () => form.submit(),
      )
    }

    const controller = new AbortController()
    document.addEventListener('submit', navigate, controller)
    return () => controller.abort()
  }, [router])
}

const sent = new WeakSet<HTMLFormElement>()

/** Submits a form once; it can be submitted again after coming back to the page. */
function sendOnce(form: HTMLFormElement, event: SubmitEvent): void {
  if (sent.has(form)) event.preventDefault()
  sent.add(form)
  addEventListener('pageshow', () => sent.delete(form), { once: true })
}

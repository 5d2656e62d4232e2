import { Suspense, useEffect, useState } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import type { Trigger } from './trigger.ts'

const Palette = loadOnDemand(async () => (await import('./palette.tsx')).Palette)

/** The site's keys and the suggestions of its search fields; their code is loaded on first use. */
export function Shortcuts() {
  const [trigger, setTrigger] = useState<Trigger>()

  useEffect(() => {
    function handle(event: Trigger) {
      const { key, ctrlKey, metaKey, target } = event
      const isIn = (selector: string) => target instanceof Element && target.matches(selector)
      const isUsed = key
        ? ctrlKey || metaKey
          ? key === 'k'
          : /^[/?i]$/.test(key) &&
            !isIn('input,textarea,select') &&
            document.documentElement.dataset.shortcuts !== 'off'
        : isIn('[name=q],[name=repos]')
      if (!isUsed) return
      event.preventDefault()
      // At once, so that the next key is typed; the focus then loads the suggestions.
      if (key === '/') document.querySelector<HTMLElement>('[type=search]')?.focus()
      else setTrigger(event)
    }
    const controller = new AbortController()
    document.addEventListener('keydown', handle, controller)
    document.addEventListener('focusin', handle, controller)
    return () => controller.abort()
  }, [])

  const close = () => setTrigger(undefined)

  // Opens the dialog of a field that collects what is typed until the palette replaces it.
  function collectText(field: HTMLTextAreaElement) {
    field.closest('dialog')?.showModal()
    return () => {
      if (trigger) trigger.typed = field.value
    }
  }

  return (
    trigger && (
      <Suspense
        fallback={
          (trigger.key === 'k' || trigger.key === '?') && (
            // By its key, because the event that closes a dialog may come after the next key.
            <dialog key={trigger.timeStamp} onClose={close}>
              <textarea placeholder="Loading" ref={collectText} />
            </dialog>
          )
        }
      >
        <Palette key={trigger.timeStamp} trigger={trigger} onClose={close} />
      </Suspense>
    )
  )
}

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
    document.addEventListener('keydown', handle)
    document.addEventListener('focusin', handle)
    return () => {
      document.removeEventListener('keydown', handle)
      document.removeEventListener('focusin', handle)
    }
  }, [])

  return (
    trigger && (
      <Suspense>
        <Palette key={trigger.timeStamp} trigger={trigger} onClose={() => setTrigger(undefined)} />
      </Suspense>
    )
  )
}

import { type RefObject, useEffect, useRef } from 'react'

type ComparedStatusProps = {
  names: readonly string[]
  /** The form with the controls that add, move and remove repositories. */
  form: RefObject<HTMLElement | null>
}

/**
 * The number of selected repositories. When a change of them removes the control that had the focus, it
 * receives the focus; a control that was only moved keeps it.
 */
export function ComparedStatus({ names, form }: ComparedStatusProps) {
  const status = useRef<HTMLParagraphElement>(null)
  const focused = useRef<EventTarget>(null)
  const key = names.join()
  const shown = useRef(key)

  useEffect(() => {
    const element = form.current
    const record = ({ target }: FocusEvent) => {
      focused.current = target
    }
    element?.addEventListener('focusin', record)
    return () => element?.removeEventListener('focusin', record)
  }, [form])

  useEffect(() => {
    if (shown.current === key) return
    shown.current = key
    if (document.activeElement !== document.body) return
    const last = focused.current
    const control = last instanceof HTMLElement && last.isConnected ? last : status.current
    control?.focus({ preventScroll: true })
  }, [key])

  return (
    <p role="status" tabIndex={-1} ref={status}>
      {describeNumber(names.length)}
    </p>
  )
}

function describeNumber(count: number): string {
  if (count === 0) return 'No repositories selected.'
  return count === 1
    ? '1 repository selected. Add another to compare it with.'
    : `${count} repositories selected.`
}

import { useEffect, useState } from 'react'
import { CommandDialog } from './command-dialog.tsx'
import { FieldSuggestions } from './field-suggestions.tsx'
import { ShortcutDialog } from './shortcut-dialog.tsx'
import type { Trigger } from './trigger.ts'

type PaletteProps = {
  trigger: Trigger
  onClose: () => void
}

/** What a key or the focus of a field opens. */
export function Palette({ trigger, onClose }: PaletteProps) {
  const { key, target } = trigger
  const [hasShortcuts, setShortcuts] = useState(key === '?')

  useEffect(() => {
    if (key === 'i') document.getElementById('inspect')?.click()
  }, [key])

  if (key === 'i') return null
  if (key === undefined) {
    const field = target instanceof HTMLInputElement ? target : null
    const form = field?.form
    const isSuggested = /^\/(?:search|(?:me\/)?compare)$/.test(form?.getAttribute('action') ?? '')
    return field && form && isSuggested ? (
      <FieldSuggestions field={field} form={form} onClose={onClose} />
    ) : null
  }
  // A dialog that has replaced the one of `Shortcuts` finds nothing focused, to which it could return.
  function closeDialog() {
    const isLost = document.activeElement?.matches('body, dialog *')
    if (isLost && target instanceof HTMLElement) target.focus()
    onClose()
  }
  return hasShortcuts ? (
    <ShortcutDialog onClose={closeDialog} />
  ) : (
    <CommandDialog trigger={trigger} onShortcuts={() => setShortcuts(true)} onClose={closeDialog} />
  )
}

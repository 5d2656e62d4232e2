import { useRouter } from 'next/router'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { repoPath } from '#components/repo/paths.ts'
import styles from './field-suggestions.module.css'
import { OptionList } from './option-list.tsx'
import { useSuggestedNames } from './use-suggested-names.ts'

type FieldSuggestionsProps = {
  field: HTMLInputElement
  form: HTMLFormElement
  /** Called when the field loses the focus. */
  onClose: () => void
}

/** The suggestions below a field for repositories, which works without them. */
export function FieldSuggestions({ field, form, onClose }: FieldSuggestionsProps) {
  const { push } = useRouter()
  const value = useValue(field)
  // The text for which they are closed: that of the page, until it is edited.
  const [closedText, setClosedText] = useState(field.defaultValue || undefined)
  const isOpen = closedText !== value
  const names = field.name === 'repos' ? splitNames(value) : { before: [], typed: value }
  const groups = useSuggestedNames(isOpen ? names.typed : '', {
    except: [...names.before, ...comparedNames(form)],
    isPrivate: form.getAttribute('action')?.startsWith('/me/'),
  })
  const isShown = isOpen && groups.length > 0

  // The field may have lost the focus before the scripts were loaded.
  useEffect(() => {
    if (document.activeElement !== field) onClose()
  })

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape' && isShown) {
        // Escape would also empty a search field.
        event.preventDefault()
        setClosedText(field.value)
      } else if (event.key === 'ArrowDown') setClosedText(undefined)
    }
    const close = () => setClosedText(field.value)
    field.addEventListener('keydown', onKeyDown)
    field.addEventListener('blur', onClose)
    form.addEventListener('submit', close)
    return () => {
      field.removeEventListener('keydown', onKeyDown)
      field.removeEventListener('blur', onClose)
      form.removeEventListener('submit', close)
    }
  }, [field, form, isShown, onClose])

  function choose(name: string) {
    if (field.name === 'repos') {
      field.value = [...names.before, name].join(', ')
      form.requestSubmit()
      // The form has been read, and its next name is another.
      field.value = ''
    } else {
      field.value = name
      void push(repoPath(name))
    }
    field.blur()
  }

  // A navigation may have replaced the field.
  if (!field.isConnected) return null
  return createPortal(
    <OptionList
      className={styles.list}
      style={{
        top: field.offsetTop + field.offsetHeight,
        left: field.offsetLeft,
        minWidth: field.offsetWidth,
      }}
      field={field}
      label="Suggested repositories"
      groups={groups.map(({ label, names }) => ({
        label,
        options: names.map((name) => ({ label: name })),
      }))}
      isOpen={isShown}
      onChoose={({ label }) => choose(label)}
    />,
    form,
  )
}

function useValue(field: HTMLInputElement): string {
  return useSyncExternalStore(
    (notify) => {
      field.addEventListener('input', notify)
      return () => field.removeEventListener('input', notify)
    },
    () => field.value,
  )
}

/** Splits a list of names at the last comma: names, and the text that is being typed. */
function splitNames(value: string) {
  const names = value.split(',').map((name) => name.trim())
  return { before: names.slice(0, -1).filter(Boolean), typed: names.at(-1) ?? '' }
}

/** The names that a form for a comparison already has. */
function comparedNames(form: HTMLFormElement): string[] {
  const hidden = form.querySelectorAll<HTMLInputElement>('[type=hidden][name=repos]')
  return [...hidden].flatMap(({ value }) => value.split(','))
}

import Combobox from '@github/combobox-nav'
import { type CSSProperties, useEffect, useId, useRef } from 'react'
import styles from './option-list.module.css'

type OptionGroup<Option> = { label: string; options: readonly Option[] }

type OptionListProps<Option> = {
  /** The field that keeps the focus while its arrow keys select an option. */
  field: HTMLInputElement
  label: string
  /** The labels of a group's options differ. */
  groups: readonly OptionGroup<Option>[]
  isOpen: boolean
  /** Whether Enter without an arrow key chooses the first option. */
  selectsFirst?: boolean
  onChoose: (option: Option) => void
  className?: string | undefined
  style?: CSSProperties
}

/** The options of a field, which it makes a combobox: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function OptionList<Option extends { label: string }>(props: OptionListProps<Option>) {
  const { field, label, groups, isOpen, selectsFirst = false, onChoose, className, style } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const combobox = useRef<Combobox>(undefined)
  const choose = useRef<(index: number) => void>(undefined)

  useEffect(() => {
    choose.current = (index) => {
      const option = groups.flatMap(({ options }) => options)[index]
      if (option) onChoose(option)
    }
  })

  useEffect(() => {
    const element = list.current
    if (!element) return
    const nav = new Combobox(field, element, {
      tabInsertsSuggestions: false,
      firstOptionSelectionMode: selectsFirst ? 'selected' : 'none',
    })
    combobox.current = nav
    // The field keeps the focus.
    const keepFocus = (event: Event) => event.preventDefault()
    const onCommit = ({ target }: Event) => {
      const options: (EventTarget | null)[] = [...element.querySelectorAll('[role=option]')]
      choose.current?.(options.indexOf(target))
    }
    element.addEventListener('mousedown', keepFocus)
    element.addEventListener('combobox-commit', onCommit)
    return () => {
      element.removeEventListener('mousedown', keepFocus)
      element.removeEventListener('combobox-commit', onCommit)
      nav.destroy()
    }
  }, [field, selectsFirst])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another field has another combobox
  useEffect(() => {
    if (!isOpen) return
    combobox.current?.start()
    return () => combobox.current?.stop()
  }, [isOpen, field])

  // The selected option may be gone.
  useEffect(() => {
    const selected = field.getAttribute('aria-activedescendant')
    if (isOpen && !(selected && document.getElementById(selected))) {
      combobox.current?.resetSelection()
    }
  })

  return (
    <div
      className={className}
      style={style}
      id={id}
      ref={list}
      role="listbox"
      aria-label={label}
      hidden={!isOpen}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a list box contains no fieldset
        <div key={group.label} role="group" aria-label={group.label}>
          <div className={styles.heading} aria-hidden="true">
            {group.label}
          </div>
          {group.options.map((option) => (
            <div
              className={styles.option}
              key={option.label}
              id={`${id}${group.label}/${option.label}`.replaceAll(' ', '-')}
              role="option"
              tabIndex={-1}
            >
              {option.label}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

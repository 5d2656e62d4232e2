import { type ReactNode, useId } from 'react'
import { Button } from './button.tsx'
import styles from './filter-form.module.css'

type FilterFormProps = {
  action: string
  label: string
  /** What else the address says, and goes on saying. */
  keep?: Record<string, string | undefined>
  children: ReactNode
  /** Beside the button: a link that takes the filters away. */
  end?: ReactNode
  /** What the button says. */
  send?: string
}

/** Filters of a list: a plain GET form, so that the address says them all. */
export function FilterForm(props: FilterFormProps) {
  const { action, label, keep = {}, children, end, send = 'Apply' } = props

  return (
    <form className={styles.form} action={action} method="get" aria-label={label}>
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <Button>{send}</Button>
      {end}
    </form>
  )
}

type TextFilterProps = {
  name: string
  label: string
  value?: string | undefined
  /** What many will want to write; anything else can be written too. */
  suggestions?: readonly string[]
  placeholder?: string
  /** Takes what room there is. */
  wide?: boolean
}

/** A filter that is written. */
export function TextFilter(props: TextFilterProps) {
  const { name, label, value = '', suggestions = [], placeholder, wide = false } = props
  const id = useId()
  return (
    <label className={wide ? styles.wide : styles.field}>
      <span className={styles.label}>{label}</span>
      <input
        className={styles.input}
        key={value}
        name={name}
        defaultValue={value}
        list={suggestions.length > 0 ? id : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
      {suggestions.length > 0 && (
        <datalist id={id}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </label>
  )
}

type ChoiceFilterProps = {
  name: string
  label: string
  value?: string | undefined
  /** The first is what an address without one means. */
  choices: readonly { value: string; label: string }[]
}

/** A filter that is chosen from a few. */
export function ChoiceFilter({ name, label, value = '', choices }: ChoiceFilterProps) {
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <select className={styles.input} key={value} name={name} defaultValue={value}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

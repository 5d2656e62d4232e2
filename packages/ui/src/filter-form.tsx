import { type ReactNode, useId } from 'react'
import { Button } from './button.tsx'
import styles from './filter-form.module.css'

type FilterFormProps = {
  action: string
  label: string
  /** What else the address says, and goes on saying. */
  keep?: Record<string, string | undefined>
  /** Beside the button: a link that takes the filters away. */
  children: ReactNode
  end?: ReactNode
}

/** Filters of a list: a plain GET form, so that the address says them all. */
export function FilterForm({ action, label, keep = {}, children, end }: FilterFormProps) {
  return (
    <form className={styles.form} action={action} method="get" aria-label={label}>
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <Button>Apply</Button>
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
}

/** A filter that is written. */
export function TextFilter({ name, label, value = '', suggestions = [] }: TextFilterProps) {
  const id = useId()
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <input
        className={styles.input}
        key={value}
        name={name}
        defaultValue={value}
        list={id}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
      <datalist id={id}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
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

import { type ReactNode, useId } from 'react'
import { Button } from './button.tsx'
import styles from './filter-form.module.css'

type FilterFormProps = {
  action: string
  label: string
  /** Query parameters that stay in the URL, except undefined ones. */
  preservedParams?: Record<string, string | readonly string[] | undefined>
  children: ReactNode
  /** Shown after the button, for example a link that clears the filters. */
  end?: ReactNode
  submitLabel?: string
}

/** Filters of a list. It is a plain GET form, so the URL contains them all. */
export function FilterForm(props: FilterFormProps) {
  const { action, label, preservedParams = {}, children, end, submitLabel = 'Apply' } = props

  return (
    <form className={styles.form} action={action} method="get" aria-label={label}>
      {Object.entries(preservedParams).flatMap(([name, values]) =>
        [values || []]
          .flat()
          .map((value) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          )),
      )}
      {children}
      <Button>{submitLabel}</Button>
      {end}
    </form>
  )
}

type TextFilterProps = {
  name: string
  label: string
  value?: string | undefined
  /** Common values; any other text is allowed too. */
  suggestions?: readonly string[]
  placeholder?: string
  type?: 'search'
  /** Why the last value was not accepted; the field then has the focus when the page loads. */
  error?: string | undefined
  /** Whether it takes the available width. */
  wide?: boolean
}

/** A text filter with suggestions. */
export function TextFilter(props: TextFilterProps) {
  const {
    name,
    label,
    value = '',
    suggestions = [],
    placeholder,
    type,
    error,
    wide = false,
  } = props
  const id = useId()
  return (
    <label className={wide ? styles.wide : styles.field}>
      <span className={styles.label} id={error && `${id}-label`}>
        {label}
      </span>
      <input
        className={styles.input}
        key={value}
        type={type}
        name={name}
        defaultValue={value}
        list={suggestions.length > 0 ? id : undefined}
        placeholder={placeholder}
        // The name of the field is without the error.
        aria-labelledby={error && `${id}-label`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error && `${id}-error`}
        // biome-ignore lint/a11y/noAutofocus: the visitor has just sent this field
        autoFocus={error !== undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
      {error && (
        <span className={styles.error} id={`${id}-error`}>
          {error}
        </span>
      )}
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
  /** The first is the default, which applies to a URL without this parameter. */
  choices: readonly { value: string; label: string }[]
}

/** A filter with a fixed set of choices. */
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

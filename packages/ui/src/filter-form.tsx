import { type ComponentProps, type ReactNode, useId } from 'react'
import { Button } from './button.tsx'
import styles from './filter-form.module.css'

type FilterFormProps = {
  action: string
  label: string
  /** Query parameters that stay in the URL, except undefined ones. */
  preservedParams?: Record<string, string | undefined>
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
      {Object.entries(preservedParams).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
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
  /** Whether it takes the available width. */
  wide?: boolean
  /** More properties of the field. */
  input?: ComponentProps<'input'> | undefined
  /** Shown below the field. */
  children?: ReactNode
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
    wide,
    input,
    children,
  } = props
  const id = useId()
  return (
    <label className={wide ? styles.wide : styles.field}>
      <span className={styles.label}>{label}</span>
      <input
        className={styles.input}
        key={value}
        type={type}
        name={name}
        defaultValue={value}
        list={suggestions.length > 0 ? id : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        {...input}
      />
      {children}
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

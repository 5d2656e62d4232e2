import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'
import styles from './text-field.module.css'

type TextFieldProps = {
  name: string
  label: string
  /** Help text below the field. */
  hint?: ReactNode
  value?: string | undefined
  /** Whether the value is masked, as for a token. */
  secret?: boolean | undefined
  required?: boolean | undefined
  /** The height of a field for several lines of text. */
  rows?: number | undefined
  /** Why the last value was not accepted; the field then has the focus when the page loads. */
  error?: string | undefined
}

/** A labeled text field. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, value, secret, required, rows, error } = props
  const id = useId()
  const descriptions = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean)
  const field = {
    id,
    name,
    defaultValue: value,
    required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': descriptions.join(' ') || undefined,
    // The visitor has just sent this field.
    autoFocus: error !== undefined,
    autoComplete: 'off',
    autoCapitalize: 'none',
    spellCheck: false,
  } as const
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {rows === undefined ? (
        <input
          className={styles.input}
          key={value}
          type={secret ? 'password' : 'text'}
          {...field}
        />
      ) : (
        <textarea
          className={`${styles.input} ${styles.lines}`}
          key={value}
          rows={rows}
          {...field}
        />
      )}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <Icon name="alert" /> {error}
        </p>
      )}
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

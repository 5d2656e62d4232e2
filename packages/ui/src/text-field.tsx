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
  /** Why the last value was not accepted; the field then has the focus when the page loads. */
  error?: string | undefined
}

/** A labeled text field. */
export function TextField({ name, label, hint, value, secret, required, error }: TextFieldProps) {
  const id = useId()
  const descriptions = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean)
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        className={styles.input}
        key={value}
        id={id}
        name={name}
        type={secret ? 'password' : 'text'}
        defaultValue={value}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={descriptions.join(' ') || undefined}
        // biome-ignore lint/a11y/noAutofocus: the visitor has just sent this field
        autoFocus={error !== undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
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

import { type ReactNode, useId } from 'react'
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
}

/** A labeled text field. */
export function TextField({ name, label, hint, value, secret, required }: TextFieldProps) {
  const id = useId()
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
        aria-describedby={hint ? `${id}-hint` : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

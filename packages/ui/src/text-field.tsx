import { type ReactNode, useId } from 'react'
import styles from './text-field.module.css'

type TextFieldProps = {
  name: string
  label: string
  /** Below the field: what belongs into it. */
  hint?: ReactNode
  value?: string | undefined
  /** What is written is not shown, and the browser does not offer to keep it. */
  secret?: boolean | undefined
  required?: boolean | undefined
}

/** A field of a form in which something is written. */
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

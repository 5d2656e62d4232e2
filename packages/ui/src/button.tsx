import type { ReactNode } from 'react'
import styles from './button.module.css'
import { Icon } from './icon.tsx'

type ButtonProps = {
  icon?: string | undefined
  /** For a button that stays pressed. */
  pressed?: boolean | undefined
  /** Without it, the button sends the form in which it stands. */
  onClick?: (() => void) | undefined
  children: ReactNode
}

/** A button for a lesser thing than the page's own. */
export function Button({ icon, pressed, onClick, children }: ButtonProps) {
  return (
    <button
      className={styles.button}
      type={onClick ? 'button' : 'submit'}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {icon && <Icon of={icon} />}
      {children}
    </button>
  )
}

type FileButtonProps = {
  label: string
  /** Types of files, as the attribute `accept` has them. */
  accept: string
  onFile: (file: File) => Promise<void>
}

/** A button that takes a file. */
export function FileButton({ label, accept, onFile }: FileButtonProps) {
  return (
    <label className={styles.button}>
      {label}
      <input
        className="visually-hidden"
        type="file"
        accept={accept}
        onChange={async ({ target }) => {
          const [file] = target.files ?? []
          // The same file again is a change too.
          target.value = ''
          if (file) await onFile(file)
        }}
      />
    </label>
  )
}

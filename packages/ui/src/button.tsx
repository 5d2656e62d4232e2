import type { ReactNode } from 'react'
import styles from './button.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'

type ButtonProps = {
  icon?: IconName | undefined
  /** Whether a toggle button is on; undefined for other buttons. */
  pressed?: boolean | undefined
  /** Without it, the button submits its form. */
  onClick?: (() => void) | undefined
  children: ReactNode
}

/** A secondary button. */
export function Button({ icon, pressed, onClick, children }: ButtonProps) {
  return (
    <button
      className={styles.button}
      type={onClick ? 'button' : 'submit'}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

type FileButtonProps = {
  label: string
  /** File types, in the syntax of the HTML attribute `accept`. */
  accept: string
  onFile: (file: File) => Promise<void>
}

/** A button that opens the file picker. */
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
          // Cleared, so that choosing the same file again fires a change event.
          target.value = ''
          if (file) await onFile(file)
        }}
      />
    </label>
  )
}

type ButtonLinkProps = { href: string; icon?: IconName | undefined; children: ReactNode }

/** A link that looks like a button. It loads a document, because its target is not a page of Next.js. */
export function ButtonLink({ href, icon, children }: ButtonLinkProps) {
  return (
    <a className={`${styles.button} ${styles.link}`} href={href}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

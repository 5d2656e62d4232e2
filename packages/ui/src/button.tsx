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
  /** What the form sends if this button submits it. */
  name?: string | undefined
  value?: string | undefined
  children: ReactNode
}

/** A secondary button. */
export function Button({ icon, pressed, onClick, name, value, children }: ButtonProps) {
  return (
    <button
      className={styles.button}
      type={onClick ? 'button' : 'submit'}
      name={name}
      value={value}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

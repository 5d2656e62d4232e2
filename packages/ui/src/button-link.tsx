import type { ReactNode } from 'react'
import buttonStyles from './button.module.css'
import styles from './button-link.module.css'
import { Icon } from './icon.tsx'

type ButtonLinkProps = { href: string; icon?: string | undefined; children: ReactNode }

/** A link that looks like a button. It loads a document: what it leads to is not a page of the site. */
export function ButtonLink({ href, icon, children }: ButtonLinkProps) {
  return (
    <a className={`${buttonStyles.button} ${styles.link}`} href={href}>
      {icon && <Icon of={icon} />}
      {children}
    </a>
  )
}

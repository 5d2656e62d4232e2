import type { ReactNode } from 'react'
import styles from './button.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'

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

import type { ReactNode } from 'react'
import styles from './message-page.module.css'

type MessagePageProps = {
  code?: number | string | undefined
  title: ReactNode
  children: ReactNode
  actions?: ReactNode
}

/** A page that explains an error and what to do next. */
export function MessagePage({ code, title, children, actions }: MessagePageProps) {
  return (
    <div className={styles.page}>
      {code && <p className={styles.code}>{code}</p>}
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

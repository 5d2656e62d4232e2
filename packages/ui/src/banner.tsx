import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { Icon } from './icon.tsx'

type BannerProps = {
  tone: 'info' | 'warning' | 'danger' | 'success'
  title: ReactNode
  children?: ReactNode
}

const icons = { info: 'info', warning: 'alert', danger: 'stop', success: 'check-circle' } as const

/** A message about the whole page, which screen readers announce. */
export function Banner({ tone, title, children }: BannerProps) {
  return (
    <div
      className={`${styles.banner} ${styles[tone]}`}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      <span className={styles.icon}>
        <Icon name={icons[tone]} />
      </span>
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {children && <div className={styles.body}>{children}</div>}
      </div>
    </div>
  )
}

import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { Icon } from './icon.tsx'
import { AlertIcon, CheckCircleIcon, InfoIcon, StopIcon } from './icons.ts'

type BannerProps = {
  tone: 'info' | 'warning' | 'danger' | 'success'
  title: ReactNode
  children?: ReactNode
}

const icons = { info: InfoIcon, warning: AlertIcon, danger: StopIcon, success: CheckCircleIcon }

/** A message about the whole page, which screen readers announce. */
export function Banner({ tone, title, children }: BannerProps) {
  return (
    <div
      className={`${styles.banner} ${styles[tone]}`}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      <span className={styles.icon}>
        <Icon shape={icons[tone]} />
      </span>
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {children && <div className={styles.body}>{children}</div>}
      </div>
    </div>
  )
}

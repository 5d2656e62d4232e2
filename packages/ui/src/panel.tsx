import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import styles from './panel.module.css'

type PanelProps = {
  title: ReactNode
  note?: { tone: 'stale' | 'busy' | 'failed'; text: ReactNode } | undefined
  children: ReactNode
}

/** A card with a heading and, after it, the state of its content in words. */
export function Panel({ title, note, children }: PanelProps) {
  const id = useId()

  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note && <p className={`${styles.note} ${styles[note.tone]}`}>{note.text}</p>}
      </header>
      <div>{children}</div>
    </section>
  )
}

type PanelMessageProps = { icon?: IconName | undefined; children: ReactNode }

/** A message in a panel that has no data. */
export function PanelMessage({ icon, children }: PanelMessageProps) {
  return (
    <div className={styles.message}>
      {icon && <Icon name={icon} />}
      <div className={styles.messageText}>{children}</div>
    </div>
  )
}

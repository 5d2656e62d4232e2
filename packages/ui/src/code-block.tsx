import type { ReactNode } from 'react'
import styles from './code-block.module.css'
import { ScrollArea } from './lib/scroll-area.tsx'

type CodeBlockProps = { label: string; caption?: ReactNode; children: ReactNode }

/** Preformatted code that scrolls horizontally. */
export function CodeBlock({ label, caption, children }: CodeBlockProps) {
  return (
    <figure className={styles.block}>
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
      <ScrollArea label={label}>
        <pre className={styles.pre}>
          <code>{children}</code>
        </pre>
      </ScrollArea>
    </figure>
  )
}

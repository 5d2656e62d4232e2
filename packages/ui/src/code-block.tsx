import type { ReactNode } from 'react'
import styles from './code-block.module.css'
import { ScrollArea } from './lib/scroll-area.tsx'

type CodeBlockProps = { label: string; caption?: ReactNode } & (
  | { children: ReactNode; html?: never }
  /** Code with a class for each token, as `syntax.css` colors them. It must not come from a visitor. */
  | { html: string; children?: never }
)

/** Preformatted code that scrolls horizontally. */
export function CodeBlock({ label, caption, children, html }: CodeBlockProps) {
  return (
    <figure className={styles.block}>
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
      <ScrollArea label={label}>
        <pre className={styles.pre}>
          {html === undefined ? (
            <code>{children}</code>
          ) : (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: tokens, of which the text is escaped
            <code dangerouslySetInnerHTML={{ __html: html }} />
          )}
        </pre>
      </ScrollArea>
    </figure>
  )
}

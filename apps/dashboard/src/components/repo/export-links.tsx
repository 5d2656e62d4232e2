import type { ReactNode } from 'react'
import styles from './export-links.module.css'

type ExportLinksProps = {
  /** The address of the file without its ending. */
  path: string
  search?: string
  /** What else can be done with them. */
  children?: ReactNode
}

/** The facts of a page to take away, as files. */
export function ExportLinks({ path, search = '', children }: ExportLinksProps) {
  const href = (ending: string) => `${path}.${ending}${search}`
  return (
    <p className={styles.links}>
      {children}
      <a href={href('md')} download>
        Markdown
      </a>
      <a href={href('csv')} download>
        CSV
      </a>
      <a href={href('json')}>JSON</a>
    </p>
  )
}

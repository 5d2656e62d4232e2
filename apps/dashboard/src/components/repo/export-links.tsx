import type { ReactNode } from 'react'
import styles from './export-links.module.css'

type ExportLinksProps = {
  /** The file's path without its extension. */
  path: string
  search?: string
  /** Other actions beside the links. */
  children?: ReactNode
}

/** Links to a page's facts as files. */
export function ExportLinks({ path, search = '', children }: ExportLinksProps) {
  const href = (extension: string) => `${path}.${extension}${search}`
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

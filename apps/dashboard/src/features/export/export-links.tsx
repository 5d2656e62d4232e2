import { CopyButton } from './copy-button.tsx'
import styles from './export-links.module.css'

type ExportLinksProps = {
  /** The address of the file without its ending. */
  path: string
  search?: string
}

/** The facts of a page to take away: copied as Markdown, or as a file. */
export function ExportLinks({ path, search = '' }: ExportLinksProps) {
  const href = (ending: string) => `${path}.${ending}${search}`
  return (
    <p className={styles.links}>
      <CopyButton href={href('md')} />
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

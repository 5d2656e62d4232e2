import styles from './prose.module.css'

/** Text that somebody wrote at GitHub, from HTML that `safeHtml` has made. */
export function Prose({ html }: { html: string }) {
  return (
    <div
      className={styles.prose}
      dir="auto"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: safeHtml has left a few tags of text
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

import styles from './prose.module.css'

/** Formatted text from GitHub, as HTML that `safeHtml` sanitized. */
export function Prose({ html }: { html: string }) {
  return (
    <div
      className={styles.prose}
      dir="auto"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: safeHtml leaves a few text tags
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

import { Button } from '@repo/ui/button'
import styles from './repo-actions.module.css'

type CompareWithProps = {
  fullName: string
  /** The path below which the comparison is. */
  base: '/me' | ''
}

/** A form that asks for the repository to compare with. */
export function CompareWith({ fullName, base }: CompareWithProps) {
  return (
    <details className={styles.menu} name="repo-actions">
      <summary>Compare with…</summary>
      <form action={`${base}/compare`} className={styles.menuBody}>
        <input type="hidden" name="repos" value={fullName} />
        <label>
          Second repository
          <input
            className={styles.field}
            name="repos"
            placeholder="owner/name"
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </label>
        <Button>Compare</Button>
      </form>
    </details>
  )
}

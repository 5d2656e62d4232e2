import { Button } from '@repo/ui/button'
import { useId } from 'react'
import { comparePath } from './paths.ts'
import styles from './repo-actions.module.css'

type CompareWithProps = {
  fullName: string
  /** Whether the comparison is the viewer's own. */
  isPersonal: boolean
}

/** A form that asks for the repository to compare with. */
export function CompareWith({ fullName, isPersonal }: CompareWithProps) {
  const id = useId()
  return (
    <details className={styles.menu} name="repo-actions">
      <summary>Compare with…</summary>
      <form action={comparePath([], isPersonal)} className={styles.menuBody}>
        <input type="hidden" name="repos" value={fullName} />
        <label htmlFor={id}>Second repository</label>
        <input
          id={id}
          className={styles.field}
          name="repos"
          placeholder="owner/name"
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button>Compare</Button>
      </form>
    </details>
  )
}

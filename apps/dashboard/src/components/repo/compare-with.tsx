import { Button } from '@repo/ui/button'
import { Suspense, useId, useState } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import styles from './repo-actions.module.css'

const RepoSuggestions = loadOnDemand(
  async () => (await import('./repo-suggestions.tsx')).RepoSuggestions,
)

/** A form that asks for the repository to compare with, and suggests those that this browser knows. */
export function CompareWith({ fullName }: { fullName: string }) {
  const id = useId()
  const [wasOpened, setOpened] = useState(false)
  return (
    <details className={styles.menu} name="repo-actions" onToggle={() => setOpened(true)}>
      <summary>Compare with…</summary>
      <form action="/compare" className={styles.menuBody}>
        <input type="hidden" name="repos" value={fullName} />
        <label htmlFor={`${id}field`}>Second repository</label>
        <input
          id={`${id}field`}
          className={styles.field}
          name="repos"
          placeholder="owner/name"
          required
          list={id}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button>Compare</Button>
        {wasOpened && (
          <Suspense>
            <RepoSuggestions id={id} except={[fullName]} />
          </Suspense>
        )}
      </form>
    </details>
  )
}

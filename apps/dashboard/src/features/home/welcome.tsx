import { SearchBox } from '@repo/ui/search-box'
import styles from './welcome.module.css'

/** What the site is, and the search. */
export function Welcome() {
  return (
    <div className={styles.welcome}>
      <h1 className={styles.title}>A repository on one page</h1>
      <p className={styles.text}>
        Stars, commits, releases and people of a GitHub repository, each with its age and its state.
      </p>
      <SearchBox action="/search" name="q" label="Find a repository" size="large" />
    </div>
  )
}

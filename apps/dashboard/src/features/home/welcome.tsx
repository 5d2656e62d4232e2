import { SearchBox } from '@repo/ui/search-box'
import styles from './welcome.module.css'

/** The site's tagline and its search. */
export function Welcome() {
  return (
    <div className={styles.welcome}>
      <h1 className={styles.title}>Know a GitHub repository at a glance</h1>
      <p className={styles.text}>
        Stars, commit activity, releases and contributors of any GitHub repository, and how fresh
        each number is.
      </p>
      <SearchBox
        action="/search"
        name="q"
        label="Search repositories or enter owner/name"
        size="large"
      />
    </div>
  )
}

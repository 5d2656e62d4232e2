import { SearchBox } from '@repo/ui/search-box'
import Link from 'next/link'
import styles from './welcome.module.css'

/** What the site is for, and three ways in: look up a repository, the inbox, the tutorial. */
export function Welcome() {
  return (
    <div className={styles.welcome}>
      <h1 className={styles.title}>Know a GitHub repository at a glance</h1>
      <p className={styles.text}>
        For people who choose dependencies or maintain projects: what a repository’s numbers say,
        and how fresh each number is.
      </p>
      <SearchBox
        action="/search"
        name="q"
        label="Search repositories or enter owner/name"
        size="large"
      />
      <p className={styles.ways}>
        Or open <Link href="/me/inbox">your inbox</Link> of issues and pull requests, or{' '}
        <Link href="/learn">
          learn <code>getServerSideProps</code>
        </Link>{' '}
        from this site’s code.
      </p>
    </div>
  )
}

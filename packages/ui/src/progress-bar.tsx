import styles from './progress-bar.module.css'

type ProgressBarProps = { active: boolean }

/** A thin bar at the top of the window while a page loads. It appears after 150 ms. */
export function ProgressBar({ active }: ProgressBarProps) {
  return active && <div className={styles.bar} role="progressbar" aria-label="Loading page" />
}

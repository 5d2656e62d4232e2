import styles from './progress-bar.module.css'

type ProgressBarProps = { active: boolean }

/** A slim bar at the top of the window, for a page that takes longer than a moment to load. */
export function ProgressBar({ active }: ProgressBarProps) {
  return active && <div className={styles.bar} role="progressbar" aria-label="Loading the page" />
}

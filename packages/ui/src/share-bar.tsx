import { formatShare } from './share.ts'
import styles from './share-bar.module.css'

/** Without a color of its own, a share gets one by its position. */
type Share = { name: string; share: number; color?: string | undefined }

type ShareBarProps = {
  label: string
  /** Shares of the whole, from 0 to 1, the largest first. */
  shares: readonly Share[]
}

const MAX_NAMED_SHARES = 6

/** A bar divided into colored shares, with a legend. */
export function ShareBar({ label, shares }: ShareBarProps) {
  const segments = combineRest(shares)
  if (segments.length === 0) return <p className={styles.empty}>No data</p>

  return (
    <figure className={styles.figure}>
      <svg className={styles.bar} role="img" aria-label={label} width="100%" height="8">
        {segments.map(({ name, share, color }, index) => (
          <rect
            className={styles[color ? 'own' : `color${index}`]}
            color={color}
            key={name}
            x={toPercent(sumShares(segments.slice(0, index)))}
            y="-1"
            width={toPercent(share)}
            height="10"
          />
        ))}
      </svg>
      <ul className={styles.legend}>
        {segments.map(({ name, share, color }, index) => (
          <li className={styles.item} key={name}>
            <svg
              className={`${styles.dot} ${styles[color ? 'own' : `color${index}`]}`}
              color={color}
              aria-hidden="true"
            />
            <bdi className={styles.name}>{name}</bdi>
            <span className={styles.share}>{formatShare(share)}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function combineRest(shares: readonly Share[]): Share[] {
  const rest = shares.slice(MAX_NAMED_SHARES)
  const named = shares.slice(0, MAX_NAMED_SHARES)
  return rest.length === 0 ? named : [...named, { name: 'Other', share: sumShares(rest) }]
}

function sumShares(shares: readonly Share[]) {
  return shares.reduce((total, { share }) => total + share, 0)
}

function toPercent(share: number) {
  return `${Math.round(share * 1000) / 10}%`
}

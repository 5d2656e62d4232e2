import styles from './share-bar.module.css'

type Share = { name: string; share: number }

type ShareBarProps = {
  label: string
  /** Shares of the whole, from 0 to 1, the largest first. */
  shares: readonly Share[]
}

const mostNames = 6

/** How a whole is divided: one bar in colours and a list that names them. */
export function ShareBar({ label, shares }: ShareBarProps) {
  const shown = withOther(shares)
  if (shown.length === 0) return <p className={styles.empty}>Nothing to show</p>

  return (
    <figure className={styles.figure}>
      <svg className={styles.bar} role="img" aria-label={label} width="100%" height="8">
        {shown.map(({ name, share }, index) => (
          <rect
            className={styles[`colour${index}`]}
            key={name}
            x={percent(sum(shown.slice(0, index)))}
            y="-1"
            width={percent(share)}
            height="10"
          />
        ))}
      </svg>
      <ul className={styles.legend}>
        {shown.map(({ name, share }, index) => (
          <li className={styles.item} key={name}>
            <svg className={styles.dot} aria-hidden="true" width="8" height="8">
              <circle className={styles[`colour${index}`]} cx="4" cy="4" r="4" />
            </svg>
            <span className={styles.name} dir="auto">
              {name}
            </span>
            <span className={styles.share}>{writtenShare(share)}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function withOther(shares: readonly Share[]): Share[] {
  const rest = shares.slice(mostNames)
  const named = shares.slice(0, mostNames)
  return rest.length === 0 ? named : [...named, { name: 'Other', share: sum(rest) }]
}

function sum(shares: readonly Share[]) {
  return shares.reduce((total, { share }) => total + share, 0)
}

function percent(share: number) {
  return `${Math.round(share * 1000) / 10}%`
}

function writtenShare(share: number) {
  return share < 0.001 ? '< 0.1 %' : `${(share * 100).toFixed(1)} %`
}

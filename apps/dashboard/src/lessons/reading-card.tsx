import { Count } from '@repo/ui/count'
import { Panel } from '@repo/ui/panel'
import type { ReactNode } from 'react'
import { ClockTime } from '#components/clock-time.tsx'
import type { Reading } from './reading.ts'
import styles from './reading-card.module.css'

type ReadingCardProps = {
  title: string
  /** Undefined while it is not there. */
  reading: Reading | undefined
  children: ReactNode
}

/** The stars of a repository in one of the three ways, and when each step to them was done. */
export function ReadingCard({ title, reading, children }: ReadingCardProps) {
  return (
    <Panel title={title}>
      <dl className={styles.facts}>
        <dt>Stars{reading && ` of ${reading.fullName}`}</dt>
        <dd className={styles.stars}>
          {reading === undefined ? '…' : <Stars stars={reading.stars} />}
        </dd>
        <dt>GitHub said so at</dt>
        <dd>{reading ? <ClockTime moment={reading.asOf} /> : '…'}</dd>
        <dt>Made at</dt>
        <dd>{reading ? <ClockTime moment={reading.madeAt} /> : '…'}</dd>
      </dl>
      <div className={styles.words}>{children}</div>
    </Panel>
  )
}

function Stars({ stars }: { stars: number | null }) {
  return stars === null ? 'unknown' : <Count value={stars} />
}

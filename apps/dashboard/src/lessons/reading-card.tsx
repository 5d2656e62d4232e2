import { Count } from '@repo/ui/count'
import { Panel } from '@repo/ui/panel'
import type { ReactNode } from 'react'
import { ClockTime } from '#components/clock-time.tsx'
import type { Reading } from './example-repo.server.ts'
import { PushTime } from './push-time.tsx'
import styles from './reading-card.module.css'

type ReadingCardProps = {
  title: string
  /** Undefined until it is loaded. */
  reading: Reading | undefined
  children: ReactNode
}

/** The stars of a repository by one data-fetching strategy, with the times of its steps. */
export function ReadingCard({ title, reading, children }: ReadingCardProps) {
  return (
    <Panel title={title}>
      <dl className={styles.facts}>
        <dt>{reading ? `Stars of ${reading.fullName}` : 'Stars'}</dt>
        <dd className={styles.stars}>
          {reading === undefined ? '…' : <Stars stars={reading.stars} />}
        </dd>
        <dt>Fetched at</dt>
        <dd>{reading ? <ClockTime time={reading.asOf} /> : '…'}</dd>
        <dt>Rendered at</dt>
        <dd>{reading ? <ClockTime time={reading.renderedAt} /> : '…'}</dd>
        <dt>Last push</dt>
        <dd>{reading ? <PushTime time={reading.pushedAt} /> : '…'}</dd>
      </dl>
      <div className={styles.text}>{children}</div>
    </Panel>
  )
}

function Stars({ stars }: { stars: number | null }) {
  return stars === null ? 'unknown' : <Count value={stars} />
}

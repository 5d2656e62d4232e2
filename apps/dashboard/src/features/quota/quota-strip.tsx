import type { Quota } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Timestamp } from '@repo/ui/timestamp'
import { useEffect, useState } from 'react'
import styles from './quota-strip.module.css'

const shown = [
  { resource: 'search', name: 'searches' },
  { resource: 'core', name: 'requests' },
]

/**
 * What is left of GitHub's quotas. The browser asks for it: the page around it may be kept for
 * everybody, and is older than this.
 */
export function QuotaStrip() {
  const quotas = useQuotas()
  const left = shown.flatMap(({ resource, name }) => {
    const quota = quotas.find((known) => known.resource === resource)
    return quota ? [{ ...quota, name }] : []
  })
  return (
    <div className={styles.strip}>
      {left.map(({ resource, name, limit, remaining, resetsAt }) => (
        <p key={resource} className={remaining === 0 ? styles.spent : undefined}>
          GitHub answers <Count value={remaining} /> of <Count value={limit} /> {name} until{' '}
          <Timestamp date={resetsAt} format="time" />
        </p>
      ))}
    </div>
  )
}

function useQuotas(): Quota[] {
  const [quotas, setQuotas] = useState<Quota[]>([])
  useEffect(() => {
    const left = new AbortController()
    fetch('/api/quota', { signal: left.signal })
      .then((response) => (response.ok ? response.json() : { quotas: [] }))
      .then((body: { quotas: Quota[] }) => setQuotas(body.quotas))
      // Without it the page says everything else.
      .catch(() => {})
    return () => left.abort()
  }, [])
  return quotas
}

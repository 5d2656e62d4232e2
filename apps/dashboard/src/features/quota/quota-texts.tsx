import type { Quota } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Timestamp } from '@repo/ui/timestamp'
import { useEffect, useState } from 'react'
import styles from './quota-texts.module.css'

const resources = [
  { resource: 'search', name: 'searches' },
  { resource: 'core', name: 'requests' },
]

/** The remaining requests of GitHub's rate limits, once the browser has loaded them. */
export function QuotaTexts() {
  const quotas = useQuotas()
  const limits = resources.flatMap(({ resource, name }) => {
    const quota = quotas.find((candidate) => candidate.resource === resource)
    return quota ? [{ ...quota, name }] : []
  })
  return limits.map(({ resource, name, limit, remaining, resetsAt }) => (
    <p key={resource} className={remaining === 0 ? styles.exhausted : undefined}>
      GitHub API: <Count value={remaining} /> of <Count value={limit} /> {name} left, resets at{' '}
      <Timestamp date={resetsAt} format="time" />
    </p>
  ))
}

function useQuotas(): Quota[] {
  const [quotas, setQuotas] = useState<Quota[]>([])
  useEffect(() => {
    const controller = new AbortController()
    fetch('/api/quota', { signal: controller.signal })
      .then((response) => (response.ok ? response.json() : { quotas: [] }))
      .then((body: { quotas: Quota[] }) => setQuotas(body.quotas))
      // The page works without it.
      .catch(() => {})
    return () => controller.abort()
  }, [])
  return quotas
}

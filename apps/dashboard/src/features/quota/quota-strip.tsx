import { Suspense } from 'react'
import { loadOnDemand } from '#components/load-on-demand.ts'
import styles from './quota-strip.module.css'

const QuotaTexts = loadOnDemand(async () => (await import('./quota-texts.tsx')).QuotaTexts)

/**
 * The remaining requests of GitHub's rate limits. The browser loads them, because shared caches store
 * the page around them.
 */
export function QuotaStrip() {
  return (
    <div className={styles.strip}>
      <Suspense>
        <QuotaTexts />
      </Suspense>
    </div>
  )
}

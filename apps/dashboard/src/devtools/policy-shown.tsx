import { explain } from '@repo/cache-headers'
import { CodeBlock } from '@repo/ui/code-block'
import { CacheTimeline } from '#components/cache-timeline.tsx'
import { useSecondsSince } from '#components/use-seconds-since.ts'
import styles from './request-drawer.module.css'
import type { RequestTrace } from './request-trace.ts'

/** Who may keep a page, in words, as it left the server, and second by second. */
export function PolicyShown({ told }: { told: RequestTrace }) {
  const { policy, cacheControl = '', cdnCacheControl, rendered } = told
  const age = useSecondsSince(rendered)
  const lines = [`Cache-Control: ${cacheControl}`]
  if (cdnCacheControl) lines.push(`CDN-Cache-Control: ${cdnCacheControl}`)
  const explanations = explain({
    'cache-control': cacheControl,
    ...(cdnCacheControl && { 'cdn-cache-control': cdnCacheControl }),
  })
  const isKept = explanations.some(({ timeline }) => timeline.length > 0)

  return (
    <section className={styles.section}>
      <h3>Who may keep it</h3>
      <p>{policy}</p>
      <CodeBlock label="The cache headers of this page">{lines.join('\n')}</CodeBlock>
      {isKept && (
        <details>
          <summary>What each cache does with it, second by second</summary>
          <CacheTimeline explanations={explanations} age={age} />
        </details>
      )}
    </section>
  )
}

import { explain } from '@repo/cache-headers'
import { CodeBlock } from '@repo/ui/code-block'
import { CacheTimeline } from '#components/cache-timeline.tsx'
import { useSecondsSince } from '#components/use-seconds-since.ts'
import styles from './request-inspector.module.css'
import type { RequestTrace } from './request-trace.ts'
import { describeShortening } from './shortening.ts'

/** The cache policy of a page: in words, as sent, and second by second. */
export function CachePolicySection({ trace }: { trace: RequestTrace }) {
  const { policy, cacheControl = '', cdnCacheControl, pagePolicy, rendered } = trace
  const age = useSecondsSince(rendered)
  const lines = [`Cache-Control: ${cacheControl}`]
  if (cdnCacheControl) lines.push(`CDN-Cache-Control: ${cdnCacheControl}`)
  const explanations = explain({
    'cache-control': cacheControl,
    ...(cdnCacheControl && { 'cdn-cache-control': cdnCacheControl }),
  })
  const isCacheable = explanations.some(({ timeline }) => timeline.length > 0)

  return (
    <section className={styles.section}>
      <h3>Caching</h3>
      <p>{policy}</p>
      <div className={styles.headers}>
        <CodeBlock label="Cache headers of this page" caption={pagePolicy && 'Sent'}>
          {lines.join('\n')}
        </CodeBlock>
        {pagePolicy && (
          <CodeBlock label="Cache headers that the page set" caption="Set by the page">
            {`Cache-Control: ${pagePolicy}`}
          </CodeBlock>
        )}
      </div>
      {pagePolicy && <p>{describeShortening(trace)}</p>}
      {isCacheable && (
        <details>
          <summary>How each cache handles it, second by second</summary>
          <CacheTimeline explanations={explanations} age={age} />
        </details>
      )}
    </section>
  )
}

import type { Explanation, Span } from '@repo/cache-headers'
import styles from './cache-timeline.module.css'

type CacheTimelineProps = {
  explanations: readonly Explanation[]
  /** Seconds since the page was rendered; undefined on the server. */
  age?: number | undefined
}

/** Shows what each cache does with a response as it ages, as bars and in words. */
export function CacheTimeline({ explanations, age }: CacheTimelineProps) {
  const end = findTimelineEnd(explanations)
  return (
    <div className={styles.caches}>
      <Legend />
      {explanations.map(({ cache, sentences, timeline }) => (
        <section key={cache} className={styles.cache} aria-label={formatCacheName(cache)}>
          <h3 className={styles.name}>{formatCacheName(cache)}</h3>
          <svg className={styles.bar} aria-hidden="true" width="100%" height="18">
            <rect className={styles.background} width="100%" height="18" />
            {timeline.map(({ state, from, to }) => (
              <rect
                key={state}
                className={styles[classes[state]]}
                x={toPercent(from / end)}
                width={toPercent(((to ?? end) - from) / end)}
                height="18"
              />
            ))}
            {timeline.map(({ state, from, to }) => (
              <text
                key={state}
                className={styles.second}
                x={toPercent(Math.min(to ?? end, end) / end)}
                dx="-4"
                y="13"
                textAnchor="end"
              >
                {to === null ? '' : formatLabel(from, to, end)}
              </text>
            ))}
            {age !== undefined && (
              <line
                className={styles.now}
                x1={toPercent(Math.min(age / end, 1))}
                x2={toPercent(Math.min(age / end, 1))}
                y2="18"
              />
            )}
          </svg>
          <ul className={styles.sentences}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const classes = {
  fresh: 'fresh',
  'stale-while-revalidate': 'stale',
  'stale-if-error': 'error',
  expired: 'expired',
} as const satisfies Record<Span['state'], string>

function Legend() {
  const shown = ['fresh', 'stale-while-revalidate', 'expired'] as const
  return (
    <ul className={styles.legend} aria-hidden="true">
      {shown.map((state) => (
        <li key={state} className={styles.key}>
          <svg aria-hidden="true" width="12" height="12">
            <rect className={styles[classes[state]]} width="12" height="12" rx="2" />
          </svg>
          {state}
        </li>
      ))}
    </ul>
  )
}

/** Returns the end of the time axis, in seconds: shortly after the last change. */
function findTimelineEnd(explanations: readonly Explanation[]): number {
  const changes = explanations.flatMap(({ timeline }) => timeline.map(({ from }) => from))
  return Math.max(...changes, 10) * 1.16
}

// A short span has no room for a label.
function formatLabel(from: number, to: number, end: number): string {
  return (to - from) / end > 0.08 ? `${to} s` : ''
}

function toPercent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}

function formatCacheName(cache: Explanation['cache']): string {
  return cache === 'browser' ? 'The browser (Chromium)' : cache
}

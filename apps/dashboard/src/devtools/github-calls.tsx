import styles from './request-inspector.module.css'
import type { TracedCall } from './request-trace.ts'

/** The GitHub calls of a page, each with a bar on one time axis. */
export function GitHubCalls({ calls }: { calls: readonly TracedCall[] }) {
  const end = Math.max(...calls.map(({ startMs, durationMs }) => startMs + durationMs), 1)
  return (
    <section className={styles.section}>
      <h3>Calls to GitHub</h3>
      {calls.length === 0 ? (
        <p>No calls were made for this page.</p>
      ) : (
        <>
          <ol className={styles.calls} aria-label="Calls to GitHub">
            {calls.map(({ path, status, result, startMs, durationMs }) => (
              <li className={styles.call} key={`${startMs} ${path}`}>
                <code className={styles.path}>{path}</code>
                <span>{status}</span>
                <span>{result}</span>
                <span className={styles.duration}>{durationMs} ms</span>
                <Bar start={startMs / end} length={durationMs / end} />
              </li>
            ))}
          </ol>
          <p className={styles.note}>
            Each bar begins and ends with its call, over {end} ms. {explainResults(calls)}
          </p>
        </>
      )}
    </section>
  )
}

/** A call on the time axis: both values are shares of its length. */
function Bar({ start, length }: { start: number; length: number }) {
  return (
    <svg className={styles.axis} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1">
      <rect x={start * 99} width={1 + length * 99} height="1" />
    </svg>
  )
}

const cacheStatusTexts: Record<string, string> = {
  hit: 'hit: served from memory.',
  miss: 'miss: fetched from GitHub.',
  stale: 'stale: served from memory, revalidation started.',
  revalidated: 'revalidated: GitHub confirmed that it has not changed (304).',
  coalesced: 'coalesced: shared an in-flight request.',
}

function explainResults(calls: readonly TracedCall[]): string {
  const results = new Set(calls.map(({ result }) => result))
  return [...results].flatMap((result) => cacheStatusTexts[result] ?? []).join(' ')
}

import { DataTable } from '@repo/ui/data-table'
import styles from './request-inspector.module.css'
import type { TracedCall } from './request-trace.ts'

/** The GitHub calls of a page. */
export function GitHubCalls({ calls }: { calls: readonly TracedCall[] }) {
  return (
    <section className={styles.section}>
      <h3>Calls to GitHub</h3>
      {calls.length === 0 ? (
        <p>No calls were made for this page.</p>
      ) : (
        <>
          <DataTable
            label="Calls to GitHub"
            columns={['Path', 'Status', 'Result', 'ms']}
            rows={calls.map(({ path, status, result, durationMs }, index) => ({
              key: `${index} ${path}`,
              name: <code>{path}</code>,
              cells: [status, result, String(durationMs)],
            }))}
          />
          <p className={styles.note}>{explainResults(calls)}</p>
        </>
      )}
    </section>
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
